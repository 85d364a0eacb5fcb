package dev.tandem.library.sources;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one source is reached. Which of the parts are needed says the kind.
 *
 * @param type {@code folder}, {@code website}, {@code webdav}, {@code s3}, {@code sharepoint} or
 *     {@code google-drive}
 * @param password a secret; for S3 the secret key, for SharePoint the client's secret
 * @param folder for {@code folder}; elsewhere the folder, bucket prefix or drive below the url
 * @param feeds sitemaps and feeds of a website beside those that its robots.txt names
 * @param include regular expressions; empty takes all that is not excluded
 * @param exclude regular expressions of keys that are left out
 * @param audience {@code internal} marks all of it as internal
 * @param pace shortest time between two requests to a website
 * @param largest bytes of one file
 * @param privateNetwork whether a website may lie in the company's own network
 * @param mostGone share of the known items, 0 to 1, that may be gone at once without a person's
 *     word
 */
public record SourceAccess(
    String type,
    @Nullable URI url,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path folder,
    @DefaultValue List<URI> feeds,
    @DefaultValue List<String> include,
    @DefaultValue List<String> exclude,
    @DefaultValue("") String audience,
    @DefaultValue("1s") Duration pace,
    @DefaultValue("104857600") long largest,
    @DefaultValue("false") boolean privateNetwork,
    @DefaultValue("0.5") double mostGone,
    @Nullable String bucket,
    @DefaultValue("") String prefix,
    @DefaultValue("us-east-1") String region,
    @Nullable String tenant,
    @Nullable String drive,
    @Nullable Path privateKey,
    @DefaultValue("true") boolean schedule) {

  /** Without the secrets: this may end up in a log. */
  @Override
  public String toString() {
    var where = url != null ? " at " + url.getHost() : folder != null ? " " + folder : "";
    return type + where;
  }

  /**
   * The part by this name.
   *
   * @throws SourceFailure when it is missing
   */
  public <T> T required(@Nullable T part, String name) {
    if (part == null || part instanceof String text && text.isBlank())
      throw SourceFailure.refused(
          "the setting '" + name + "' of this source is missing",
          "Set it in the configuration or the environment (see docs/connecting.md) and restart.");
    return part;
  }

  boolean takes(String key) {
    return (include.isEmpty() || include.stream().anyMatch(it -> key.matches(it)))
        && exclude.stream().noneMatch(it -> key.matches(it));
  }
}
