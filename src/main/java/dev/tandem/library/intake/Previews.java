package dev.tandem.library.intake;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetFiles;
import dev.tandem.library.extraction.TextExtractor;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** First pages as pictures, made when first asked for and kept by the file's checksum. */
@Component
public class Previews {
  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

  /** In pixels; twice what a card shows, for sharp screens. */
  private static final int WIDTH = 800;

  private final AssetFiles files;
  private final TextExtractor extractor;
  private final Path folder;

  /** So that a list of cards does not keep all extraction workers from imports. */
  private final ReentrantLock oneAtATime = new ReentrantLock();

  private final Set<String> withoutPicture = ConcurrentHashMap.newKeySet();

  Previews(AssetFiles files, TextExtractor extractor, TandemHome home) {
    this.files = files;
    this.extractor = extractor;
    this.folder = home.previews();
  }

  /** A PNG of the first page or slide; empty where the format has none or it cannot be made. */
  public Optional<Path> of(Asset asset) {
    var checksum = asset.checksum();
    if (checksum == null || !asset.hasPicture()) return Optional.empty();
    var picture = folder.resolve(checksum + ".png");
    if (Files.isRegularFile(picture)) return Optional.of(picture);
    if (withoutPicture.contains(checksum)) return Optional.empty();
    oneAtATime.lock();
    try {
      if (!Files.isRegularFile(picture) && !make(asset, picture)) {
        withoutPicture.add(checksum);
        return Optional.empty();
      }
      return Optional.of(picture);
    } catch (IOException e) {
      LOG.warn("The picture of {} could not be kept", asset.id(), e);
      return Optional.empty();
    } finally {
      oneAtATime.unlock();
    }
  }

  private boolean make(Asset asset, Path picture) throws IOException {
    var png = files.original(asset).flatMap(file -> extractor.preview(file, WIDTH));
    if (png.isEmpty()) return false;
    Files.createDirectories(folder);
    var half = Files.createTempFile(folder, ".new-", ".png");
    try {
      Files.write(half, png.get());
      Files.move(
          half, picture, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
    return true;
  }
}
