package dev.tandem.library.sources.s3;

import dev.tandem.library.sources.SourceAccesses;
import dev.tandem.library.sources.Told;
import java.nio.file.Files;
import java.time.Clock;

/** Lists a bucket named {@code content} of a real server and fetches what is in it, by hand. */
final class BucketProbe {
  private BucketProbe() {}

  /**
   * @param args url, access key, secret key
   */
  public static void main(String[] args) throws Exception {
    var source =
        new BucketFactory(pause -> true, Clock.systemUTC())
            .open("files", SourceAccesses.signedIn("s3", args[0], args[1], args[2]));
    for (var item : Told.by(source, null).items.values()) {
      var into = Files.createTempDirectory("probe").resolve("content");
      System.out.println(
          item.key()
              + " "
              + item.version()
              + " "
              + source.fetch(item, null, into)
              + " "
              + Files.size(into)
              + " bytes");
    }
  }
}
