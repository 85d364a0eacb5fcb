package dev.tandem.library.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of Markdown when what only a site generator reads is gone. */
class SiteMarkupTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '^',
      textBlock =
          """
          Keys {{< ref "keys.md" >}} rotate.                        → Keys  rotate.
          See [the paper]({{< ref "paper.md" >}}).                  → See [the paper]().
          {{< figure src="/a.png" caption="Who holds which key" >}} → Who holds which key
          {{< button "/start" "Start a free trial" >}}              → Start a free trial
          {{% notice note %}}Rotate keys.{{% /notice %}}            → Rotate keys.
          Hello {{ site.title }}, {{ page.date | date: "%Y" }}!     → Hello , !
          Hi {{first_name}}, thank you                              → Hi {{first_name}}, thank you
          {% include header.html %}Text{% if x %} more{% endif %}   → Text more
          {% raw %}{{ site.title }}{% endraw %}                     → {{ site.title }}
          a{% comment %}hidden{% endcomment %}b                     → ab
          {% callout title="Mind the gap" %}                        → Mind the gap
          ## Security {#security .wide}                             → ## Security
          A paragraph{: .lead}                                      → A paragraph
          :::tip[Did you know?]                                     → Did you know?
          ::: warning Careful now                                   → Careful now
          > [!NOTE]                                                 → >
          [block:callout]{"type": "info", "title": "Mind this"}[/block] → Mind this
          ::cta-image{href="/demo" src="a.png"} → ^^
          ![A picture](a.png){data-zoomable} → ![A picture](a.png)
          {% set plan = "two words" %}Text → Text
          [TOC]                                                     → ^^
          [[Getting started]] and [[setup|how to set up]]           → Getting started and how to set up
          Use `{{ site.title }}` or `<Tabs>` in code                → Use `{{ site.title }}` or `<Tabs>` in code
          Costs of {5 to 7} and a < b                               → Costs of {5 to 7} and a < b
          \\{{ kept }}                                              → \\{{ kept }}
          """)
  void generatorsTagsGo(String markdown, String left) {
    assertThat(SiteMarkup.without(markdown, false).strip().replaceAll(" +$", "")).isEqualTo(left);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '^',
      textBlock =
          """
          import Tabs from '@theme/Tabs';                                    → ^^
          import { Card, Grid } from "../Card"                               → ^^
          import './styles.css'                                              → ^^
          export const meta = { foo: [1, 2] };                               → ^^
          {/* a note to ourselves */}Text                                    → Text
          It costs {price.monthly} a month{" "}.                             → It costs  a month .
          <Tabs values={[{label: 'macOS', value: 'mac'}]}>Install</Tabs>     → macOS#Install
          <Card title="Fast rollout" href="/x">In a day.</Card>              → Fast rollout#In a day.
          <Quote name="Ana Ruiz" quote={`It just works`} size="md" />        → Ana Ruiz#It just works
          <Icon name="check" /> Ready                                        → Ready
          <video width="99%" controls={true}>                                → <video>
          <>Both</>                                                          → Both
          """)
  void componentsLeaveWhatTheySay(String mdx, String left) {
    assertThat(SiteMarkup.without(mdx, true).strip().replaceAll("\\s*\\n\\s*", "#"))
        .isEqualTo(left);
  }

  @Test
  void codeStaysAsItIs() {
    var code =
        "```jsx\nimport A from 'a';\n<Tabs x={1}>{{ b.c }}</Tabs>\n```\n\n~~~\n{% if %}\n~~~\n";
    assertThat(SiteMarkup.without(code, true)).isEqualTo(code);
  }

  @Test
  void aTagMayGoOverSeveralLines() {
    var grid =
        "Before\n\n<Grid\n  cols={3}\n\n  images={[\n    {name: 'a', image: '/a.png'},\n  ]}\n/>\n\nAfter";
    assertThat(SiteMarkup.without(grid, true).replaceAll("\\s+", " ")).isEqualTo("Before After");
  }

  @Test
  void anAdmonitionIsNoCode() {
    var text =
        "!!! warning \"Careful\"\n    Keys are\n    deleted.\n\n    For good.\n\nGo on.\n\n    code";
    assertThat(SiteMarkup.without(text, false))
        .contains("\nCareful\n", "\nKeys are\ndeleted.\n", "\nFor good.", "\n\nGo on.\n\n    code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Import the list from 'Settings' first.",
        "We export const values, and {braces} stay.",
        "Mail <jane@example.com> or see <https://example.com>.",
        "Ratio {a:b} is fine; 3 < 4 > 2."
      })
  void proseStays(String prose) {
    assertThat(SiteMarkup.usesComponents(prose)).isFalse();
    assertThat(SiteMarkup.without(prose, false)).isEqualTo(prose);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{{<",
        "{%",
        "<A ",
        "`",
        "<A b={",
        "[[",
        "import {",
        "` a",
        ":::",
        "!!! a\n    "
      })
  void whatNeverEndsIsTextAndCostsNoTime(String endless) {
    var text = endless.repeat(400_000 / endless.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> SiteMarkup.without(text, true));
  }
}
