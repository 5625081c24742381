package org.affogato.engine.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.affogato.engine.error.InvalidNamingSeriesError;
import org.junit.jupiter.api.Test;

/** Parts of a naming pattern, without a document and with a counter that always says seven. */
class NamingPatternTest {
    private static NamingPattern on(String moment) {
        return new NamingPattern(
                null,
                LocalDateTime.parse(moment),
                (prefix, digits) -> prefix.length() + "/" + Series.padded(7, digits));
    }

    @Test
    void countsForTheTextBeforeTheCounter() {
        assertThat(on("2026-03-01T00:00:00").series("INV-.YYYY.-.MM.-.####")).isEqualTo("INV-2026-03-12/0007");
    }

    @Test
    void addsFiveDigitsToASeriesWithoutCounter() {
        assertThat(on("2026-03-01T00:00:00").series("INV-")).isEqualTo("INV-4/00007");
    }

    @Test
    void countsOnceOnly() {
        assertThat(on("2026-03-01T00:00:00").series("A.##.B.####")).isEqualTo("A1/07B");
    }

    @Test
    void countsEachBraceOfAFormatForItself() {
        assertThat(on("2026-03-09T00:00:00").format("{YY}{DD}-{JJJ}-{###}")).isEqualTo("2609-068-0/007");
    }

    @Test
    void letsWeeksRiseThroughTheYear() {
        assertThat(on("2027-01-02T00:00:00").format("{WW}")).isEqualTo("00");
        assertThat(on("2025-12-30T00:00:00").format("{WW}")).isEqualTo("53");
        assertThat(on("2026-02-03T00:00:00").format("{WW}")).isEqualTo("06");
    }

    @Test
    void refusesSpecialCharacters() {
        assertThatThrownBy(() -> on("2026-03-01T00:00:00").series("A*.##"))
                .isInstanceOf(InvalidNamingSeriesError.class);
    }
}
