package dev.tandem.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A sample company of three assets, two deals, three requests, two words and three events. */
final class SmallSample {
  static final LocalDate ANCHOR = LocalDate.of(2024, 5, 31);

  private SmallSample() {}

  static SampleFolder write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("library/guides"));
    Files.writeString(
        folder.resolve("sample.json"),
        """
        {"name": "Tiny Tools", "anchor": "2024-05-31", "synthetic": true}""");
    Files.writeString(
        folder.resolve("library/guides/buying.md"),
        "# How to buy tools\n\nAsk three vendors for a trial of two weeks, and compare.\n");
    Files.writeString(
        folder.resolve("library/guides/story.md"),
        "# A workshop saves an hour a day\n\nThe foreman tells how drawers were sorted.\n");
    Files.writeString(
        folder.resolve("manifest.csv"),
        """
        id,path,title,description,type,url,published_on,review_by,expires_on
        buying,guides/buying.md,"How to buy tools, calmly",,buyers_guide,,2024-05-01,2025-05-01,
        story,guides/story.md,,,case_study,,2023-01-15,,2024-05-30
        film,,The drawer film,Two minutes in a workshop,video,https://tiny.example/film,2024-02-29,,
        """);
    Files.writeString(
        folder.resolve("deals.csv"),
        """
        id,name,sales_stage,owner,created_on,closed_on,outcome,notes
        T-1,"Mill, new drawers",Prospecting,anna.berg,2024-05-20,,open,"Says ""later""\"
        T-2,Forge,Closed Won,jonas.keller,2024-01-10,2024-04-01,won,
        """);
    Files.writeString(
        folder.resolve("stage_history.csv"),
        """
        deal_id,sales_stage,entered_on
        T-1,Prospecting,2024-05-20
        T-2,Prospecting,2024-01-10
        T-2,Closed Won,2024-04-01
        """);
    Files.writeString(
        folder.resolve("events.jsonl"),
        """
        {"key":"t1","type":"slate_served","at":"2024-05-30T09:00:00Z","slate":"s1","surface":"deal","rep":"anna.berg","deal":"T-1","model":"m","items":[{"asset":"buying","position":1,"score":0.5,"selection_probability":1}]}
        {"key":"t2","type":"impression","at":"2024-05-30T09:00:01Z","slate":"s1","asset":"buying"}
        {"key":"t3","type":"open","at":"2024-05-30T09:00:09Z","rep":"anna.berg","asset":"buying","slate":"s1","deal":"T-1"}
        """);
    Files.writeString(
        folder.resolve("owners.csv"),
        """
        type,product,owner
        ,,ingrid.solberg
        case_study,,priya.nandakumar
        """);
    Files.writeString(
        folder.resolve("requests.jsonl"),
        """
        {"id":"R-1","at":"2024-05-28T09:00:00Z","by":"anna.berg","deal":"T-1","kind":"case_study","query":"workshop","need":"A story of a workshop","steps":[{"at":"2024-05-29T09:00:00Z","by":"priya.nandakumar","state":"accepted","due_on":"2024-07-01"},{"at":"2024-05-29T10:00:00Z","by":"priya.nandakumar","state":"delivered","asset":"buying"}]}
        {"id":"R-2","at":"2024-05-29T11:00:00Z","by":"jonas.keller","deal":"T-2","query":"forge","need":"Something for a forge","steps":[]}
        {"id":"R-3","at":"2024-02-01T09:00:00Z","by":"anna.berg","deal":"T-1","query":"saw","need":"Saws","steps":[{"at":"2024-02-02T09:00:00Z","by":"ingrid.solberg","state":"declined","reason":"We sell drawers."}]}
        """);
    Files.writeString(
        folder.resolve("glossary.jsonl"),
        """
        {"term":"Drawer","at":"2024-04-02T09:00:00Z","by":"ingrid.solberg","definition":"What tools lie in.","synonyms":["tray"]}
        {"term":"Trial","at":"2024-04-03T09:00:00Z","by":"ingrid.solberg","definition":"Two weeks, free.","synonyms":["test drive"],"stage":"decision"}
        {"term":"Drawer","at":"2024-05-30T09:00:00Z","by":"priya.nandakumar","definition":"What tools lie in, each in its place.","synonyms":["tray"]}
        """);
    Files.writeString(
        folder.resolve("situations_dev.jsonl"),
        """
        {"id":"S1","query":"where to put a saw"}
        {"id":"S2","query":"","deal":{"stage":"decision"}}
        """);
    Files.writeString(folder.resolve("qrels.txt"), "S1 0 drawers 3\nS9 0 drawers 1\n");
    return SampleFolder.find(folder.toString());
  }
}
