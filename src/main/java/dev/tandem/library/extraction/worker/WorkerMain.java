package dev.tandem.library.extraction.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Main class of the child process. Ends as soon as stdin closes, even in the middle of a file, so
 * that no worker outlives its server.
 */
public final class WorkerMain {
  /** Deep but honest nesting needs more than the default megabyte. */
  private static final long STACK_BYTES = 8 << 20;

  private static final Set<String> REMOTE = Set.of("http", "https", "ftp", "jar:http", "mailto");

  private WorkerMain() {}

  public static void main(String[] args) {
    var replies =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    var requests =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    // A library that prints must not be able to write into the protocol.
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
    refuseConnections();
    var files =
        Executors.newSingleThreadExecutor(task -> new Thread(null, task, "file", STACK_BYTES));
    var reading = new FileReading();
    try {
      Frames.write(replies, WorkerReply.ready());
      for (var request = Frames.read(requests, WorkerRequest.class);
          request != null;
          request = Frames.read(requests, WorkerRequest.class)) {
        var task = request;
        files.execute(() -> answer(reading.answer(task), replies));
      }
    } catch (IOException e) {
      System.err.println("The server is gone: " + e);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void answer(WorkerReply reply, DataOutputStream replies) {
    try {
      Frames.write(replies, reply);
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  /** No file may make the worker call somebody, whatever a library would like to load. */
  private static void refuseConnections() {
    URL.setURLStreamHandlerFactory(protocol -> REMOTE.contains(protocol) ? new Refused() : null);
  }

  private static final class Refused extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      throw new IOException("files are read without connections: " + url.getProtocol());
    }
  }
}
