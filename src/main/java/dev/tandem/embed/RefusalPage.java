package dev.tandem.embed;

import dev.tandem.embed.context.Fault;
import org.springframework.stereotype.Component;

/** What people see instead of the sidebar. */
@Component
class RefusalPage {

  String of(Fault fault) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Recommended content · Tandem</title>
      <link rel="stylesheet" href="/embed/sidebar.css">
    </head>
    <body>
      <main>
        <h1>Tandem cannot show this deal</h1>
        <p>%s</p>
        <p>%s</p>
      </main>
    </body>
    </html>
    """
        .formatted(fault.sentence(), fault.advice());
  }
}
