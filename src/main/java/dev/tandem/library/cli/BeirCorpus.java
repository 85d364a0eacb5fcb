package dev.tandem.library.cli;

import dev.tandem.library.AssetId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents of a collection in the BEIR layout as a folder with a manifest, which then comes in
 * like any other: one text file a document, under the collection's own ids. Read line by line, so
 * that its size does not matter.
 *
 * @param problems lines that are no documents, with their numbers
 */
record BeirCorpus(int documents, List<String> problems) {
  private static final int MOST_PROBLEMS = 20;

  /** Writes the files of {@code beir/corpus.jsonl} below {@code folder}. */
  static BeirCorpus unpack(Path beir, Path folder) throws IOException {
    var corpus = beir.resolve("corpus.jsonl");
    var problems = new ArrayList<String>();
    var seen = new HashSet<String>();
    var form = CSVFormat.DEFAULT.builder().setHeader("id", "path", "title").get();
    try (BufferedReader lines = Files.newBufferedReader(corpus);
        var manifest =
            new CSVPrinter(Files.newBufferedWriter(folder.resolve("manifest.csv")), form)) {
      int number = 0;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || problems.size() >= MOST_PROBLEMS) continue;
        try {
          unpack(line, seen, folder, manifest);
        } catch (JacksonException e) {
          problems.add(corpus + ", line " + number + ": " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
          problems.add(corpus + ", line " + number + ": " + e.getMessage());
        }
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + corpus + ": is this a BEIR folder?");
    } catch (CharacterCodingException e) {
      throw new IOException(corpus + " is not UTF-8 text");
    }
    return new BeirCorpus(seen.size(), problems);
  }

  private static void unpack(String line, Set<String> seen, Path folder, CSVPrinter manifest)
      throws IOException {
    var json = JsonMapper.shared().readTree(line);
    var id = new AssetId(json.path("_id").asString("")).value();
    var title = json.path("title").asString("").strip();
    var text = json.path("text").asString("").strip();
    if (title.isEmpty() && text.isEmpty())
      throw new IllegalArgumentException(id + " has neither a title nor a text");
    if (!seen.add(id)) throw new IllegalArgumentException("the document " + id + " came before");
    Files.writeString(folder.resolve(id + ".txt"), title + "\n\n" + text + "\n");
    manifest.printRecord(id, id + ".txt", title);
  }
}
