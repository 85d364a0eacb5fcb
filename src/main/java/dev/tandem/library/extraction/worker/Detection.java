package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/** Finds out what a file really is; its name only breaks ties. */
final class Detection {
  private final Detector detector = new DefaultDetector();

  /** The file with the type it is to be read as; a name that promised another is warned of. */
  SourceFile detect(Path path, String name, Draft draft) throws IOException, UnreadableFile {
    var ending = SourceFile.ending(name);
    var found = typeOf(path, ending);
    var promised = MediaTypes.TEXT_ENDINGS.get(ending);
    boolean textual = promised != null && mayBeText(found);
    if (found.equals(MediaTypes.BINARY) || textual || found.equals(MediaTypes.RTF)) {
      refuseDamaged(new SourceFile(path, name, found), ending, promised);
    }
    if (isPage(path, found, promised)) return new SourceFile(path, name, MediaTypes.MARKDOWN);
    if (promised != null && textual) {
      if (found.equals(MediaTypes.HTML) && promised.equals(MediaTypes.PLAIN)) {
        warnOfName(draft, ending, found);
        return new SourceFile(path, name, found);
      }
      return new SourceFile(path, name, promised);
    }
    var expected = MediaTypes.BINARY_ENDINGS.getOrDefault(ending, promised);
    if (expected != null && !MediaTypes.spoken(expected).equals(MediaTypes.spoken(found))) {
      warnOfName(draft, ending, found);
    }
    return new SourceFile(path, name, found);
  }

  /** Whatever its ending, what begins with front matter is a page of a site generator. */
  private static boolean isPage(Path path, String found, @Nullable String promised)
      throws IOException {
    boolean anyText =
        promised == null ? MediaTypes.isTextual(found) : promised.equals(MediaTypes.PLAIN);
    return anyText
        && FrontMatter.standsIn(new SourceFile(path, "", found).head(FrontMatter.MAX_CHARACTERS));
  }

  /** Just the type, for those who need no warning. */
  String typeOf(Path path, String ending) throws IOException {
    var metadata = new Metadata();
    // Only the ending: the rest of a name may hold anything.
    metadata.set(
        TikaCoreProperties.RESOURCE_NAME_KEY, ending.isEmpty() ? "file" : "file." + ending);
    try (var in = TikaInputStream.get(path, metadata)) {
      var type = detector.detect(in, metadata).getBaseType().toString();
      return type.equals("text/x-web-markdown") ? MediaTypes.MARKDOWN : type;
    }
  }

  /** A type that is only taken from the name, as long as the content does not speak against it. */
  private static void refuseDamaged(SourceFile file, String ending, @Nullable String promised)
      throws IOException, UnreadableFile {
    byte[] head = file.head(65_536);
    boolean damaged;
    if (file.mediaType().equals(MediaTypes.RTF)) {
      damaged = !new String(head, StandardCharsets.ISO_8859_1).contains("{\\rtf");
    } else if (promised == null) {
      damaged = MediaTypes.BINARY_ENDINGS.containsKey(ending);
    } else {
      damaged = TextBytes.looksBinary(head);
    }
    if (damaged) {
      throw new UnreadableFile(
          Reason.CORRUPT,
          "The file is called .%s, but its content is not: it is damaged or was named wrongly. "
                  .formatted(ending)
              + "Export it again from the program it was made with.");
    }
  }

  private static boolean mayBeText(String type) {
    return type.startsWith("text/")
        || type.equals(MediaTypes.BINARY)
        || MediaTypes.isTextual(type)
        || type.endsWith("xml")
        || type.endsWith("json")
        || type.endsWith("javascript");
  }

  private static void warnOfName(Draft draft, String ending, String found) {
    draft.warn(
        "The file is called .%s but is %s, and was read as such; give it the right ending before you send it."
            .formatted(ending, MediaTypes.spoken(found)));
  }
}
