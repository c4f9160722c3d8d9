package org.frechet.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.check.CheckResult;
import org.frechet.check.Claim;
import org.frechet.check.DerivativeCheck;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every line of the table: the left side is the derivative of the right one.
class AntiderivativeTest {
  @TestFactory
  Stream<DynamicTest> theDerivativeOfTheRightSideIsTheLeft() {
    return Stream.of(Antiderivative.values())
        .map(entry ->
            dynamicTest(
                entry.text(),
                () -> {
                  Law law = entry.law();
                  CheckResult result =
                      DerivativeCheck.of(
                          law.right(),
                          Antiderivative.variable(),
                          List.of(Claim.tangent(law.left())),
                          1);
                  assertThat(result.passed()).as(result.reason()).isTrue();
                }));
  }
}
