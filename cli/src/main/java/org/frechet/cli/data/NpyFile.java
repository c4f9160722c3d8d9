package org.frechet.cli.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.concrete.Values;
import org.frechet.numeric.RealMat;

/// Reads an array in NumPy's format (versions 1 and 2 of NEP 1): little-endian `f8`, `f4`, `i8` or
/// `i4`, in C or Fortran order, of at most two dimensions. Pickled objects are refused.
final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 16;

  private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\sL]*)\\)");

  /// The kinds of numbers, by NumPy's word for them.
  private enum Type {
    F8("<f8", 8) {
      @Override
      double next(ByteBuffer in) {
        return in.getDouble();
      }
    },
    F4("<f4", 4) {
      @Override
      double next(ByteBuffer in) {
        return in.getFloat();
      }
    },
    I8("<i8", 8) {
      @Override
      double next(ByteBuffer in) {
        return in.getLong();
      }
    },
    I4("<i4", 4) {
      @Override
      double next(ByteBuffer in) {
        return in.getInt();
      }
    };

    private final String word;
    private final int bytes;

    Type(String word, int bytes) {
      this.word = word;
      this.bytes = bytes;
    }

    abstract double next(ByteBuffer in);

    static Type of(String word) {
      for (Type type : values()) {
        if (type.word.equals(word)) {
          return type;
        }
      }
      throw new IllegalArgumentException(
          word.contains("O")
              ? "it holds pickled objects, which are never loaded"
              : "its type is " + word + "; save it as <f8, <f4, <i8 or <i4");
    }
  }

  private NpyFile() {}

  /// {@return the array} @throws IllegalArgumentException that says what is wrong with the file
  static Values read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (byte b : MAGIC) {
      if (!in.hasRemaining() || in.get() != b) {
        throw new IllegalArgumentException("it is not in NumPy's format");
      }
    }
    String header = header(in);
    Type type = Type.of(find(DESCRIPTION, header, "type"));
    boolean fortran = find(ORDER, header, "order").equals("True");
    List<Integer> shape = shape(find(SHAPE, header, "shape"));
    long count = shape.stream().mapToLong(n -> n).reduce(1, Math::multiplyExact);
    if (count * type.bytes != in.remaining()) {
      throw new IllegalArgumentException(
          "its header promises %d bytes of numbers, but %d follow"
              .formatted(count * type.bytes, in.remaining()));
    }
    double[] entries = new double[(int) count];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = type.next(in);
    }
    return values(shape, entries, fortran);
  }

  private static String header(ByteBuffer in) {
    if (in.remaining() < 4) {
      throw new IllegalArgumentException("its header is cut off");
    }
    int version = in.get();
    in.get();
    if (version != 1 && version != 2) {
      throw new IllegalArgumentException("its version is " + version + "; 1 and 2 are known");
    }
    if (version == 2 && in.remaining() < 4) {
      throw new IllegalArgumentException("its header is cut off");
    }
    long length = version == 1 ? Short.toUnsignedInt(in.getShort()) : in.getInt() & 0xffffffffL;
    if (length > in.remaining() || length > LONGEST_HEADER) {
      throw new IllegalArgumentException("its header is cut off or too long");
    }
    byte[] header = new byte[(int) length];
    in.get(header);
    return new String(header, StandardCharsets.ISO_8859_1);
  }

  private static String find(Pattern pattern, String header, String what) {
    Matcher found = pattern.matcher(header);
    if (!found.find()) {
      throw new IllegalArgumentException("its header has no " + what + " that can be read");
    }
    return found.group(1);
  }

  private static List<Integer> shape(String text) {
    var shape = new ArrayList<Integer>();
    for (String size : text.replace("L", "").split(",")) {
      String digits = size.strip();
      if (digits.isEmpty()) {
        continue;
      }
      long n = digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits);
      if (n < 1 || n > Values.MOST_ENTRIES) {
        throw new IllegalArgumentException(
            n < 1 ? "it is empty" : "it has more than " + Values.MOST_ENTRIES + " entries");
      }
      shape.add((int) n);
    }
    long count = 1;
    for (int n : shape) {
      count *= n;
      if (count > Values.MOST_ENTRIES || shape.size() > 2) {
        throw new IllegalArgumentException(
            shape.size() > 2
                ? "it has %d dimensions; at most 2 are read".formatted(shape.size())
                : "it has more than " + Values.MOST_ENTRIES + " entries");
      }
    }
    return shape;
  }

  private static Values values(List<Integer> shape, double[] entries, boolean fortran) {
    return switch (shape.size()) {
      case 0 -> Values.scalar(entries[0]);
      case 1 -> Values.vector(entries);
      default -> {
        int rows = shape.get(0);
        int cols = shape.get(1);
        yield new Values(
            RealMat.generate(rows, cols, (i, j) -> entries[fortran ? i + j * rows : i * cols + j]),
            2);
      }
    };
  }
}
