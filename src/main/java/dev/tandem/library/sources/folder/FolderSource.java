package dev.tandem.library.sources.folder;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.ContentSourceFactory;
import dev.tandem.library.sources.Fetched;
import dev.tandem.library.sources.SourceAccess;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.SourceItem;
import dev.tandem.library.sources.SourceItem.Rights;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Files below a folder, which stay there. Hidden files are left out and links are not followed, so
 * that nothing outside can come in.
 */
final class FolderSource implements ContentSource {
  private final Path root;
  private final @Nullable URI linkBase;

  @Component
  static class Factory implements ContentSourceFactory {
    @Override
    public String type() {
      return "folder";
    }

    @Override
    public ContentSource open(String name, SourceAccess access) {
      return new FolderSource(access.required(access.folder(), "folder"), access.url());
    }
  }

  /**
   * @param linkBase where people open these files, such as {@code https://files.example.com/mkt/};
   *     null when nowhere
   */
  FolderSource(Path root, @Nullable URI linkBase) {
    this.root = root;
    this.linkBase = linkBase;
  }

  @Override
  public Optional<String> list(@Nullable String mark, Listener listener) {
    var files = new TreeMap<String, SourceItem>();
    try {
      var start = root.toRealPath();
      Files.walkFileTree(
          start,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
              return isHidden(folder) && !folder.equals(start)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
              if (about.isRegularFile() && !isHidden(file)) {
                var item = item(start.relativize(file), about);
                files.put(item.key(), item);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // what cannot be looked into must not count as gone
      throw SourceFailure.refused(
          "the folder cannot be read: " + e, "Mount the share, and let Tandem's user read it.");
    }
    files.values().forEach(listener::found);
    return Optional.empty();
  }

  private SourceItem item(Path relative, BasicFileAttributes about) {
    var key = relative.toString().replace('\\', '/');
    return new SourceItem(
        key,
        String.valueOf(relative.getFileName()),
        about.lastModifiedTime().toMillis() + "-" + about.size(),
        linkBase == null
            ? null
            : linkBase.toString().replaceAll("/*$", "/")
                + UriUtils.encodePath(key, StandardCharsets.UTF_8),
        Rights.AS_FOUND,
        about.size());
  }

  @Override
  public Fetched fetch(SourceItem item, @Nullable String known, Path into) throws IOException {
    var file = root.resolve(item.key());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return new Fetched.Gone();
    Files.copy(file, into);
    return new Fetched.Content(Objects.requireNonNullElse(item.version(), ""), item.fileName());
  }

  private static boolean isHidden(Path path) {
    var name = String.valueOf(path.getFileName());
    return name.startsWith(".") || name.startsWith("~$") || name.equals("Thumbs.db");
  }
}
