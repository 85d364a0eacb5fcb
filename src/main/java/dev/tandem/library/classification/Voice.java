package dev.tandem.library.classification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Who speaks to whom: a manual orders, a customer story quotes, a blog says "we". */
final class Voice {
  private static final int MOST_CHARACTERS = 60_000;

  /** A line or sentence that begins with an order. */
  private static final Pattern ORDER =
      Pattern.compile(
          "(?m)(?:^[-*\\d.) ]*|[.:!?] )(Click|Select|Open|Choose|Go to|Enter|Press|Type|Run|Add|Create|Set|Copy|Paste|Install|"
              + "Configure|Navigate|Make sure|Check|Use|Enable|Disable|Navigate|Save|Download|Replace|Update|Import|Call|Pass|See|"
              + "Follow|Turn|Connect|Log in|Sign in|Scroll|Tap|Drag|Ensure|Klicken Sie|Wählen Sie|Öffnen Sie|Geben Sie|Gehen Sie|"
              + "Fügen Sie|Erstellen Sie|Verwenden Sie|Stellen Sie|Cliquez|Sélectionnez|Ouvrez|Ajoutez|Créez|Utilisez|Installez|"
              + "Haga|Haz|Abra|Seleccione|Añade|Añada|Crea|Ejecuta|Usa|Instala|Klik|Selecteer|Kies|Voeg|Maak)\\b");

  private static final Pattern YOU =
      Pattern.compile(
          "(?i)\\b(you|your|you're|du|dein\\w*|vous|votre|vos|tu|tus|usted|su|je|jouw|uw)\\b");
  private static final Pattern WE =
      Pattern.compile(
          "(?i)\\b(we|we're|we've|our|ours|i|i'm|i've|my|wir|unser\\w*|ich|nous|notre|nos|nosotros|nuestr\\w+|wij|ons|onze)\\b");

  private static final String JOB =
      "(CEO|CTO|CIO|CFO|COO|CISO|CMO|VP|Vice President|President|Head of|Director|Manager|Founder|Co-?founder|Engineer|"
          + "Lead|Owner|Architect|Developer|Analyst|Administrator|Officer|Geschäftsführer\\w*|Leiter\\w*|Directeur|"
          + "Directrice|Responsable|Director\\w*|Jefe|Gerente|Hoofd|Directeur)";

  /** "…", says Jo Tan, Head of Data at Acme; — Jo Tan, CTO. */
  private static final Pattern TESTIMONIAL =
      Pattern.compile(
          "(\\b(said|says|explains?|explained|recalls?|adds?|added|notes|noted|sagt|erklärt|berichtet|explique|dice|explica|zegt|vertelt)\\b"
              + "[^.\\n]{0,80}\\b"
              + JOB
              + "\\b)|(\\b"
              + JOB
              + "\\b[^.\\n]{0,60}\\b(said|says|explains?|explained|recalls?|adds?|sagt|erklärt)\\b)"
              + "|([—–-]\\s?\\p{Lu}[\\p{L}.'’-]+( \\p{Lu}[\\p{L}.'’-]+){1,3},[^.\\n]{0,40}\\b"
              + JOB
              + "\\b)"
              + "|([”\"“»],? (said|says|explains?|explained|adds?|added|recalls?|sagt|erklärt|berichtet|explique|zegt) \\p{Lu}\\p{L}+)");

  private Voice() {}

  static Map<String, String> of(String text, int words) {
    var part = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    double hundreds = Math.max(1, Math.min(words, MOST_CHARACTERS / 6)) / 100.0;
    var cues = new LinkedHashMap<String, String>();
    double orders = Structure.count(ORDER, part) / hundreds;
    if (orders >= 1.2) cues.put("imperative", "tells the reader what to do");
    double you = Structure.count(YOU, part) / hundreds;
    double we = Structure.count(WE, part) / hundreds;
    if (you >= 2 && you > we) cues.put("second_person", "speaks to “you”");
    if (we >= 1.5) cues.put("first_person", "speaks as “we” or “I”");
    if (Structure.count(TESTIMONIAL, part) >= 1)
      cues.put("testimonial", "quotes somebody with a job title");
    return cues;
  }
}
