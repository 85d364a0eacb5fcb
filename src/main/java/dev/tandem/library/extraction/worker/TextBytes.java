package dev.tandem.library.extraction.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.tika.parser.txt.CharsetDetector;

/** From bytes to characters when nobody says which encoding. */
final class TextBytes {
  private static final int SAMPLE = 65_536;

  private TextBytes() {}

  /** At most so many bytes of a file as text; the draft learns when there were more. */
  static String read(SourceFile file, int maxBytes, Draft draft) throws IOException {
    byte[] bytes = file.head(maxBytes + 1);
    if (bytes.length > maxBytes) {
      draft.cutOff();
    }
    return decode(bytes);
  }

  static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    } else if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    var chars = CharBuffer.allocate(bytes.length);
    var strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    // not the end of input: a character halved by the limit is no mistake
    if (!strict.decode(ByteBuffer.wrap(bytes), chars, false).isError()) {
      return chars.flip().toString();
    }
    return new String(bytes, guess(bytes));
  }

  private static Charset guess(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE);
    var match = new CharsetDetector().setText(java.util.Arrays.copyOf(bytes, length)).detect();
    if (match != null && match.getConfidence() >= 30 && Charset.isSupported(match.getName())) {
      var charset = Charset.forName(match.getName());
      // Office programs write the Windows superset and call it Latin-1.
      return charset.equals(StandardCharsets.ISO_8859_1)
          ? Charset.forName("windows-1252")
          : charset;
    }
    return Charset.forName("windows-1252");
  }

  /** More than one byte in twenty is a control no text has. */
  static boolean looksBinary(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return false;
    }
    int controls = 0;
    for (byte b : bytes) {
      if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 27) {
        controls++;
      }
    }
    return controls * 20L > bytes.length;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
