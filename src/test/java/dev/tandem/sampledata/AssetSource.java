package dev.tandem.sampledata;

import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One asset as its author wrote it: front matter and a body.
 *
 * @param publishedOn absent for drafts that never appeared
 * @param body Markdown, cues or a mail, by {@code format}
 */
record AssetSource(
    String id,
    String title,
    String description,
    ContentType type,
    List<JourneyStage> stages,
    List<String> personas,
    List<String> industries,
    List<String> competitors,
    List<String> products,
    List<String> regions,
    String language,
    String audience,
    String status,
    String owner,
    String author,
    Optional<LocalDate> publishedOn,
    Optional<LocalDate> reviewBy,
    Optional<LocalDate> expiresOn,
    String cost,
    List<String> tags,
    FileFormat format,
    String url,
    Labels labels,
    Optional<String> nearDuplicateOf,
    String body) {

  private static final Pattern PARTS =
      Pattern.compile("\\A---\\R(.*?)\\R---\\R(.*)\\z", Pattern.DOTALL);

  /** How much of the labels the manifest gives away; the rest is to be inferred. */
  enum Labels {
    FULL,
    PARTIAL,
    NONE
  }

  /**
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  static AssetSource read(Path file) {
    try {
      var parts = PARTS.matcher(Files.readString(file));
      if (!parts.matches()) throw new IllegalArgumentException("no front matter between ---");
      return of(FrontMatter.parse(parts.group(1)), parts.group(2).strip() + "\n");
    } catch (IOException | RuntimeException wrong) {
      throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  private static AssetSource of(FrontMatter front, String body) {
    var source =
        new AssetSource(
            front.required("id"),
            front.required("title").replaceFirst("^Subject: ", ""),
            front.required("description"),
            ContentType.parse(front.required("type")).orElseThrow(),
            front.list("stages").stream().map(s -> JourneyStage.parse(s).orElseThrow()).toList(),
            front.list("personas"),
            front.list("industries"),
            front.list("competitors"),
            front.list("products"),
            front.list("regions"),
            front.oneOf("language", "en", "de"),
            front.oneOf("audience", "buyer", "internal"),
            front.oneOf("status", "draft", "published", "archived"),
            front.required("owner"),
            front.required("author"),
            front.date("published_on"),
            front.date("review_by"),
            front.date("expires_on"),
            front.text("cost"),
            front.list("tags"),
            front.choice("format", FileFormat.class),
            front.text("url"),
            front.choice("labels", Labels.class),
            Optional.of(front.text("near_duplicate_of")).filter(id -> !id.isEmpty()),
            body);
    if ((source.format == FileFormat.URL) == source.url.isEmpty())
      throw new IllegalArgumentException("format url and a url belong together");
    if (source.stages.isEmpty()) throw new IllegalArgumentException("stages: none");
    return source;
  }

  boolean internal() {
    return audience.equals("internal");
  }

  boolean german() {
    return language.equals("de");
  }

  /** The day the files carry as their own; drafts carry the last days before the anchor. */
  LocalDate written() {
    return publishedOn.orElse(LocalDate.of(2026, 11, 2));
  }

  /** Whether buyers and sellers could be offered it on that day. */
  boolean availableOn(LocalDate day) {
    return !status.equals("draft")
        && publishedOn.filter(on -> !on.isAfter(day)).isPresent()
        && expiresOn.filter(on -> on.isBefore(day)).isEmpty()
        && !(status.equals("archived") && reviewBy.filter(on -> on.isBefore(day)).isPresent());
  }

  Map<String, String> documentProperties() {
    return Map.of("title", title, "author", author, "keywords", String.join(", ", tags));
  }
}
