package dev.tandem.sampledata;

/** The title in the document's properties: mostly right, sometimes what the template left. */
final class ShownTitle {
  private ShownTitle() {}

  static String of(AssetSource asset) {
    if (asset.labels() == AssetSource.Labels.FULL) return asset.title();
    return switch (Math.floorMod(asset.id().hashCode(), 7)) {
      case 0 -> "";
      case 1 -> asset.format() == FileFormat.PPTX ? "PowerPoint Presentation" : "Document1";
      default -> asset.title();
    };
  }
}
