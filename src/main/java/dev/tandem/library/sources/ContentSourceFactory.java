package dev.tandem.library.sources;

/** Opens the sources of one kind. */
public interface ContentSourceFactory {

  /** As it stands in the configuration, such as {@code website}. */
  String type();

  /**
   * @throws SourceFailure when a setting is missing or wrong
   */
  ContentSource open(String name, SourceAccess access);
}
