package dev.tandem.library.sources;

import org.jspecify.annotations.Nullable;

/**
 * Something at a source.
 *
 * @param key by which it is recognised again, unique in its source: a path, an address or an id
 * @param fileName as people there call it, with its ending
 * @param version changes when the content does (an ETag, a time with a size); null when only
 *     fetching tells
 * @param link where people open it, or null
 * @param rights who may see it there
 * @param bytes as the source tells, or −1
 */
public record SourceItem(
    String key,
    String fileName,
    @Nullable String version,
    @Nullable String link,
    Rights rights,
    long bytes) {

  /** What the source's own rights mean here; they only ever narrow who sees an asset. */
  public enum Rights {
    /** The source does not say less: the audience is found as for any file. */
    AS_FOUND,
    /** For colleagues only, whatever its text looks like. */
    INTERNAL,
    /** For certain people only: it stays where it is. */
    CERTAIN_PEOPLE
  }
}
