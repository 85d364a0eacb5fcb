package dev.tandem.sampledata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All sources, by id. */
record Catalogue(List<AssetSource> assets, Map<String, AssetSource> byId) {

  private Catalogue(List<AssetSource> assets) {
    this(assets, assets.stream().collect(Collectors.toMap(AssetSource::id, Function.identity())));
  }

  static Catalogue read(Path sources) {
    try (var files = Files.walk(sources, 2)) {
      var assets =
          files
              .filter(file -> file.getNameCount() == sources.getNameCount() + 2)
              .filter(file -> file.toString().endsWith(".md"))
              .map(Catalogue::checked)
              .sorted(Comparator.comparing(AssetSource::id))
              .toList();
      return new Catalogue(assets);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static AssetSource checked(Path file) {
    var asset = AssetSource.read(file);
    if (!file.endsWith(Path.of(asset.type().id(), asset.id() + ".md")))
      throw new IllegalArgumentException(file + ": the folder is the type, the file name the id");
    return asset;
  }

  /**
   * @throws IllegalArgumentException when there is no such asset
   */
  AssetSource asset(String id) {
    var asset = byId().get(id);
    if (asset == null) throw new IllegalArgumentException("no asset " + id);
    return asset;
  }
}
