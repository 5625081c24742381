package org.affogato.engine.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlSanitizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '¬',
            value = {
                "<script>alert(1)</script>hi ¦ &lt;script&gt;alert(1)&lt;/script&gt;hi",
                "<b onclick=\"x()\">bold</b> ¦ <b>bold</b>",
                "<a href=\"javascript:alert(1)\">l</a> ¦ <a>l</a>",
                "<p>see https://example.com</p><img src=\"x\" onerror=\"alert(1)\"> ¦ <p>see https://example.com</p><img src=\"x\">",
                "<div style=\"color:red\"><iframe src=\"https://example.com\"></iframe></div> ¦ "
                        + "<div style=\"color:red;\">&lt;iframe src=\"https://example.com\"&gt;&lt;/iframe&gt;</div>",
                "# t <script>x</script> ¦ # t &lt;script&gt;x&lt;/script&gt;",
                "<b>a</b> & b &lt; &nbsp; &nosuch; ¦ <b>a</b> &amp; b &lt; &nbsp; &amp;nosuch;",
                "<b>1 < 2</b> ¦ <b>1 &lt; 2</b>",
                "<a href=\"/x?a=1&b=2\" title='say \"hi\"'>l</a> ¦ <a href=\"/x?a=1&amp;b=2\" title='say \"hi\"'>l</a>",
                "<p style=\"color: red; position: fixed; foo: bar; width: calc(1px + 2px)\">x</p> ¦ "
                        + "<p style=\"color: red; position: fixed; width: calc(1px + 2px);\">x</p>",
                "<p>open <b>and never closed ¦ <p>open <b>and never closed</b></p>",
                "<input checked disabled type=checkbox> ¦ <input checked disabled type=\"checkbox\">",
                "<b>x</b><!-- note --> ¦ <b>x</b><!-- note -->",
                "<img src=\"data:image/png;base64,AAAA\"> ¦ <img>",
                "<IMG SRC=/files/a.png ALT=a> ¦ <img src=\"/files/a.png\" alt=\"a\">",
                "<svg viewBox=\"0 0 1 1\" onload=\"x()\"><path d=\"M0\"/></svg> ¦ <svg viewBox=\"0 0 1 1\"><path></path></svg>",
                "<textarea><script></textarea> ¦ <textarea>&lt;script&gt;</textarea>",
                "<style>b { color: red }</style> ¦ <style>b { color: red }</style>",
                "<p data-x=\"1\" class=\"c\">x ¦ <p data-x=\"1\" class=\"c\">x</p>",
                "<table><tr><td>x</table> ¦ <table><tbody><tr><td>x</td></tr></tbody></table>",
                "<a href=\"java&#10;script:x()\">l</a> ¦ <a>l</a>",
                "<a href=\" &#x6a;avascript:x()\">l</a> ¦ <a>l</a>",
            })
    void keepsWhatIsHarmless(String given, String expected) {
        assertThat(HtmlSanitizer.sanitize(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 < 6 and 7 > 2",
                "a<b",
                "&lt;script&gt; & co",
                "{\"a\": \"<script>x</script>\"}",
                "no markup",
                "",
                "</b> only an end",
            })
    void leavesTextWithoutTagsAndJsonToTheLetter(String text) {
        assertThat(HtmlSanitizer.sanitize(text)).isEqualTo(text);
    }

    @Test
    void leavesNothingThatRuns() {
        Random random = new Random(20260301);
        String[] parts = {
            "<",
            ">",
            "\"",
            "'",
            "&",
            ";",
            "=",
            "b",
            "script",
            "a href=",
            "style=",
            "/",
            "!--",
            "-->",
            " ",
            "<svg",
            "onload=x",
            "javascript:x()",
            "&lt;",
            "<iframe src=",
            "<p ",
            "</p>",
            "<style>",
            "</style>",
            "<textarea>",
            "<math>",
            "\u0000"
        };
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(25), 0, parts.length).forEach(i -> text.append(parts[i]));
            var document = Jsoup.parseBodyFragment(HtmlSanitizer.sanitize(text.toString()));
            assertThat(document.select("script, iframe, [onload], [href^=javascript]"))
                    .as("in what is left of %s", text)
                    .isEmpty();
        }
    }

    @Test
    void mindsAnUnclosedTagThatAPageCouldClose() {
        assertThat(HtmlSanitizer.sanitize("<img src=x onerror=alert(1) ")).isEqualTo("&lt;img src=x onerror=alert(1) ");
    }

    @Test
    void takesNoTimeForHostileText() {
        String[] hostile = {"<a ", "<b>", "<a b=\"", "<!--", "<a b='x' ", "<p style='", "&"};
        for (String part : hostile) {
            String text = "<i>" + part.repeat(50_000);
            assertThat(Duration.ofNanos(time(() -> HtmlSanitizer.sanitize(text))))
                    .as("for %s", part)
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    private static long time(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return System.nanoTime() - start;
    }
}
