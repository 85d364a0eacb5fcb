package dev.tandem.library.store;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class KeptFiles implements AssetFiles {
  private final Originals originals;

  KeptFiles(Originals originals) {
    this.originals = originals;
  }

  @Override
  public Optional<Path> original(Asset asset) {
    return Optional.ofNullable(asset.checksum()).flatMap(originals::find);
  }
}
