package dev.tandem.library.intake;

import dev.tandem.library.intake.ImportReport.Rejection;
import dev.tandem.library.manifest.AssetManifest;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a folder by their path inside it. Hidden files and folders are skipped; links are
 * not followed, so that nothing outside the folder can come in.
 *
 * @param files in the order of their paths, so that the same folder is always read alike
 */
record FolderContents(Map<String, Path> files, List<Rejection> rejections) {

  static FolderContents of(Path folder, List<Path> leaveOut) throws IOException {
    var root = folder.toRealPath();
    var excluded = new ArrayList<Path>();
    for (var path : leaveOut) if (Files.exists(path)) excluded.add(path.toRealPath());
    var files = new TreeMap<String, Path>();
    var rejections = new ArrayList<Rejection>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return !dir.equals(root) && isHidden(dir)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var path = relative(root, file);
            if (isHidden(file) || excluded.contains(file)) return FileVisitResult.CONTINUE;
            if (attributes.isRegularFile()) files.put(path, file);
            else
              rejections.add(
                  new Rejection(
                      path,
                      attributes.isSymbolicLink()
                          ? "a symbolic link; links are not followed, copy the file itself"
                          : "neither a file nor a folder"));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem) {
            rejections.add(new Rejection(relative(root, file), "cannot be read: " + problem));
            return FileVisitResult.CONTINUE;
          }
        });
    return new FolderContents(files, rejections);
  }

  /** Why a manifest may not name this path; empty when it may. */
  static String objection(String path) {
    if (path.startsWith("/") || path.matches("[A-Za-z]:.*"))
      return "an absolute path; paths are relative to the imported folder";
    for (var part : path.split("/"))
      if (part.equals("..")) return "leaves the imported folder by '..'";
    return "";
  }

  private static boolean isHidden(Path path) {
    var name = String.valueOf(path.getFileName());
    return name.startsWith(".") || name.startsWith("~$") || name.equals("Thumbs.db");
  }

  private static String relative(Path root, Path file) {
    return AssetManifest.normalizePath(root.relativize(file).toString());
  }

  /** Whether something of this name exists that was not taken as a file. */
  static boolean existsOtherwise(Path folder, String path) {
    try {
      return Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
    } catch (java.nio.file.InvalidPathException e) {
      return false;
    }
  }
}
