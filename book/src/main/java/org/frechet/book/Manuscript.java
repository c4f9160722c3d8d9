package org.frechet.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// The chapters in the order of their file names, with their questions answered. The first is the
/// preface; its heading is the title of the book.
final class Manuscript {
  static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  /// A heading.
  ///
  /// @param number `3.2`; empty in the preface
  /// @param anchor what links point to, as hosts of Markdown make it
  /// @param file of the chapter
  record Section(int level, String number, String title, String anchor, String file) {}

  private final List<Node> chapters = new ArrayList<>();
  private final Map<Node, Section> sections = new IdentityHashMap<>();
  private final List<Section> outline = new ArrayList<>();
  private final Map<Node, List<Content>> answers = new IdentityHashMap<>();
  private final Map<Directive, String> questions = new LinkedHashMap<>();
  private final Map<String, String> anchors = new HashMap<>();

  private Manuscript() {}

  /// {@return the manuscript in a folder}
  ///
  /// @throws BookError if a question has no answer, or a link no target
  static Manuscript read(Path folder) throws IOException {
    var manuscript = new Manuscript();
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(f -> f.toString().endsWith(".md")).sorted().toList();
    }
    Parser parser =
        Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    var errors = new ArrayList<String>();
    for (Path file : files) {
      Node chapter = parser.parse(Files.readString(file));
      manuscript.chapters.add(chapter);
      chapter.accept(manuscript.new Reader(String.valueOf(file.getFileName()), errors));
    }
    for (int i = 0; i < files.size(); i++) {
      String file = String.valueOf(files.get(i).getFileName());
      manuscript.chapters.get(i).accept(manuscript.new Links(file, errors));
    }
    if (!errors.isEmpty()) {
      throw new BookError(String.join("\n", errors));
    }
    return manuscript;
  }

  List<Node> chapters() {
    return List.copyOf(chapters);
  }

  /// {@return all headings in order}
  List<Section> outline() {
    return List.copyOf(outline);
  }

  String title() {
    return outline.getFirst().title();
  }

  Section section(Node heading) {
    return Objects.requireNonNull(sections.get(heading));
  }

  /// {@return what is to be printed in place of a code span or block, if it is a question}
  Optional<List<Content>> answer(Node code) {
    return Optional.ofNullable(answers.get(code));
  }

  List<Directive> directives() {
    return List.copyOf(questions.keySet());
  }

  /// {@return the titles of the sections that ask one of these questions}
  Set<String> sectionsWith(Set<String> names) {
    var titles = new HashSet<String>();
    questions.forEach((directive, title) -> {
      if (names.contains(directive.name())) {
        titles.add(title);
      }
    });
    return titles;
  }

  /// {@return the anchor that a link points to}, which may name a file: `03-rules.md#product`
  String target(String link) {
    return Objects.requireNonNull(anchors.get(link.substring(link.indexOf('#') + 1)));
  }

  static boolean isInternal(String link) {
    return link.contains("#") && !link.contains("://");
  }

  /// {@return the words of a node, without markup}
  static String words(Node node) {
    var words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString();
  }

  private static Place place(String file, Node node) {
    Node at = node;
    while (at.getSourceSpans().isEmpty() && at.getParent() != null) {
      at = at.getParent();
    }
    return new Place(
        file,
        at.getSourceSpans().isEmpty() ? 1 : at.getSourceSpans().getFirst().getLineIndex() + 1);
  }

  /// Numbers headings, and answers questions.
  private final class Reader extends AbstractVisitor {
    private final String file;
    private final List<String> errors;
    private final Statements statements = new Statements();
    private final int[] numbers = {chapters.size() - 1, 0, 0};

    Reader(String file, List<String> errors) {
      this.file = file;
      this.errors = errors;
    }

    @Override
    public void visit(Heading heading) {
      int level = heading.getLevel();
      if (level > 1 && level <= 3) {
        numbers[level - 1]++;
        if (level == 2) {
          numbers[2] = 0;
        }
      }
      var number = new StringBuilder();
      for (int i = 0; i < level && numbers[0] > 0; i++) {
        number.append(i == 0 ? "" : ".").append(numbers[i]);
      }
      String title = words(heading);
      String anchor = anchor(title);
      if (anchors.putIfAbsent(anchor, anchor) != null) {
        errors.add(place(file, heading).error("two headings are called " + title).getMessage());
      }
      var section = new Section(level, number.toString(), title, anchor, file);
      sections.put(heading, section);
      outline.add(section);
    }

    private static String anchor(String title) {
      return title
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N} -]", "")
          .strip()
          .replace(' ', '-');
    }

    @Override
    public void visit(Code code) {
      answer(code, () -> Directive.span(code.getLiteral(), place(file, code)));
    }

    @Override
    public void visit(FencedCodeBlock block) {
      String info = block.getInfo() == null ? "" : block.getInfo();
      answer(block, () -> Directive.block(info, block.getLiteral(), place(file, block)));
    }

    private void answer(Node node, Supplier<Optional<Directive>> directive) {
      try {
        Optional<Directive> d = directive.get();
        d.ifPresent(question -> questions.put(question, outline.getLast().title()));
        d.ifPresent(question -> answers.put(node, statements.once(Answers.to(question))));
      } catch (BookError e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
  }

  /// Finds links without a target.
  private final class Links extends AbstractVisitor {
    private final String file;
    private final List<String> errors;

    Links(String file, List<String> errors) {
      this.file = file;
      this.errors = errors;
    }

    @Override
    public void visit(Link link) {
      String to = link.getDestination();
      if (isInternal(to) && !anchors.containsKey(to.substring(to.indexOf('#') + 1))) {
        errors.add(place(file, link).error("there is no heading for " + to).getMessage());
      }
      visitChildren(link);
    }
  }
}
