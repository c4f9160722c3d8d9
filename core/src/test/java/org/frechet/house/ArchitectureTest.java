package org.frechet.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The laws of the house that compiled classes show: who may know whom.
class ArchitectureTest {
  /// Each package may import the ones before it.
  private static final List<String> ORDER =
      Stream.of(
              "shape",
              "numeric",
              "expr",
              "function",
              "syntax",
              "latex",
              "law",
              "diff",
              "derive",
              "print",
              "check",
              "concrete",
              "solve",
              "explain",
              "page",
              "claim",
              "",
              "document")
          .map(name -> name.isEmpty() ? "org.frechet" : "org.frechet." + name)
          .toList();

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.frechet");

  @TestFactory
  Stream<DynamicTest> importsGoOneWay() {
    return ORDER.stream()
        .limit(ORDER.size() - 1)
        .map(name -> {
          String[] later =
              ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).toArray(String[]::new);
          return DynamicTest.dynamicTest(
              name,
              () ->
                  noClasses()
                      .that()
                      .resideInAPackage(name)
                      .should()
                      .dependOnClassesThat()
                      .resideInAnyPackage(later)
                      .because("packages import one way: " + ORDER)
                      .check(CORE));
        });
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    var packages = new TreeSet<String>();
    CORE.forEach(c -> packages.add(c.getPackageName()));
    assertThat(packages).containsExactlyInAnyOrderElementsOf(ORDER);
  }

  @Test
  void theCoreNeedsNothingButJava() {
    classes()
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.frechet..", "org.jspecify.."))
        .check(CORE);
  }

  @Test
  void noPublicMutableField() {
    fields().that().arePublic().should().beFinal().check(CORE);
    fields()
        .that()
        .arePublic()
        .should()
        .notHaveRawType(JavaClass.Predicates.assignableTo(Object[].class))
        .check(CORE);
  }

  @Test
  void theCoreWritesNothingAndEndsNothing() {
    noClasses().should().accessField(System.class, "out").check(CORE);
    noClasses().should().accessField(System.class, "err").check(CORE);
    noClasses().should().callMethod(System.class, "exit", int.class).check(CORE);
    noClasses().should().callMethod(Throwable.class, "printStackTrace").check(CORE);
  }
}
