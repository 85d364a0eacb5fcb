package dev.tandem.library.extraction.worker;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Dimension2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** Draws the first page of a PDF and the first slide of a deck. */
final class FirstPagePicture {
  /** Banners and long web pages as PDF: the picture never gets taller than this many widths. */
  private static final int TALLEST = 3;

  private FirstPagePicture() {}

  static byte @Nullable [] of(SourceFile file, int maxWidth) throws Exception {
    if (file.mediaType().equals(MediaTypes.PDF)) {
      return ofPdf(file, maxWidth);
    }
    return MediaTypes.isPresentation(file.mediaType()) ? ofSlide(file, maxWidth) : null;
  }

  private static byte @Nullable [] ofPdf(SourceFile file, int maxWidth) throws IOException {
    try (var document = PdfReader.open(file)) {
      var pages = document.getPages().iterator();
      if (!pages.hasNext()) {
        return null;
      }
      var page = pages.next();
      var box = page.getCropBox();
      boolean turned = page.getRotation() % 180 != 0;
      float width = turned ? box.getHeight() : box.getWidth();
      float height = turned ? box.getWidth() : box.getHeight();
      float scale = scale(width, height, maxWidth);
      if (scale <= 0) {
        return null;
      }
      var renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      return png(renderer.renderImage(0, scale, ImageType.RGB));
    }
  }

  private static byte @Nullable [] ofSlide(SourceFile file, int maxWidth) throws Exception {
    try (var show = SlidesReader.open(file)) {
      if (show.getSlides().isEmpty()) {
        return null;
      }
      Dimension2D size = show.getPageSize();
      float scale = scale((float) size.getWidth(), (float) size.getHeight(), maxWidth);
      if (scale <= 0) {
        return null;
      }
      var image =
          new BufferedImage(
              Math.max(1, Math.round((float) size.getWidth() * scale)),
              Math.max(1, Math.round((float) size.getHeight() * scale)),
              BufferedImage.TYPE_INT_RGB);
      var canvas = image.createGraphics();
      try {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.scale(scale, scale);
        show.getSlides().getFirst().draw(canvas);
      } finally {
        canvas.dispose();
      }
      return png(image);
    }
  }

  /** Zero where there is nothing to draw. */
  private static float scale(float width, float height, int maxWidth) {
    if (!(width >= 1 && height >= 1)) {
      return 0;
    }
    return Math.min(maxWidth / width, (float) TALLEST * maxWidth / height);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
