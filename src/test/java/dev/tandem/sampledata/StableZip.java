package dev.tandem.sampledata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip containers whose bytes depend on nothing but their content. */
final class StableZip {
  /** The earliest time a zip entry can carry. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StableZip() {}

  static SortedMap<String, byte[]> entries(byte[] zip) throws IOException {
    var entries = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
        entries.put(entry.getName(), in.readAllBytes());
    }
    return entries;
  }

  /** The same entries in alphabetical order without times. */
  static byte[] normalized(byte[] zip) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var container = new ZipOutputStream(out)) {
      for (var entry : entries(zip).entrySet()) add(container, entry.getKey(), entry.getValue());
    }
    return out.toByteArray();
  }

  static void add(ZipOutputStream container, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    container.putNextEntry(entry);
    container.write(content);
    container.closeEntry();
  }

  /** For the type mark of OpenDocument, which stands first and uncompressed. */
  static void addStored(ZipOutputStream container, String name, byte[] content) throws IOException {
    var sum = new CRC32();
    sum.update(content);
    var entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    container.putNextEntry(entry);
    container.write(content);
    container.closeEntry();
  }
}
