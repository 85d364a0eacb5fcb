package dev.tandem.library.extraction.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Messages on a pipe: four bytes of length, big-endian, then as many bytes of JSON. */
public final class Frames {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Twice what the largest text and picture need. */
  private static final int MAX_BYTES = 64 << 20;

  private Frames() {}

  public static void write(DataOutputStream out, Object message) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(message);
    if (bytes.length > MAX_BYTES) {
      throw new IOException("message of " + bytes.length + " bytes");
    }
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  /** The next message, or null when the other side has closed the pipe. */
  public static <T> @Nullable T read(DataInputStream in, Class<T> type) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length =
        first << 24
            | in.readUnsignedByte() << 16
            | in.readUnsignedByte() << 8
            | in.readUnsignedByte();
    if (length < 0 || length > MAX_BYTES) {
      throw new IOException("frame of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("frame cut off");
    }
    try {
      return JSON.readValue(bytes, type);
    } catch (JacksonException e) {
      throw new IOException("not a " + type.getSimpleName(), e);
    }
  }
}
