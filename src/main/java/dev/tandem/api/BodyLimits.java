package dev.tandem.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large, announced or not; file uploads have a limit of their own. */
class BodyLimits extends OncePerRequestFilter {
  private final DataSize largest;
  private final ProblemAnswer problems;

  BodyLimits(DataSize largest, ProblemAnswer problems) {
    this.largest = largest;
    this.problems = problems;
  }

  /** The body went on beyond the limit while it was read. */
  static final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    BodyTooLargeException(DataSize largest) {
      super("The body is larger than " + largest.toKilobytes() + " kB; send it in parts.");
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > largest.toBytes()) {
      var tooLarge = new BodyTooLargeException(largest);
      problems.send(
          request, response, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
      return;
    }
    chain.doFilter(new LimitedRequest(request, largest), response);
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {
    private final DataSize largest;

    LimitedRequest(HttpServletRequest request, DataSize largest) {
      super(request);
      this.largest = largest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), largest);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      var encoding = getCharacterEncoding();
      return new BufferedReader(
          new InputStreamReader(
              getInputStream(),
              encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream body;
    private final DataSize largest;
    private long count;

    LimitedStream(ServletInputStream body, DataSize largest) {
      this.body = body;
      this.largest = largest;
    }

    @Override
    public int read() throws IOException {
      int read = body.read();
      if (read >= 0) counted(1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return counted(body.read(bytes, offset, length));
    }

    private int counted(int read) throws BodyTooLargeException {
      if (read > 0) count += read;
      if (count > largest.toBytes()) throw new BodyTooLargeException(largest);
      return read;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
