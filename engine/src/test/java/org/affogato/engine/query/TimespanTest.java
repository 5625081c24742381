package org.affogato.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimespanTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 2, 11);

    @ParameterizedTest
    @CsvSource({
        "yesterday, 2026-02-10, 2026-02-10",
        "tomorrow, 2026-02-12, 2026-02-12",
        "last week, 2026-02-01, 2026-02-07",
        "this week, 2026-02-08, 2026-02-14",
        "next week, 2026-02-15, 2026-02-21",
        "last month, 2026-01-01, 2026-01-31",
        "this month, 2026-02-01, 2026-02-28",
        "last quarter, 2025-10-01, 2025-12-31",
        "next quarter, 2026-04-01, 2026-06-30",
        "last 6 months, 2025-07-01, 2025-12-31",
        "next 6 months, 2026-04-01, 2026-09-30",
        "last year, 2025-01-01, 2025-12-31",
        "next year, 2027-01-01, 2027-12-31",
    })
    void coversWholeUnits(String name, LocalDate from, LocalDate to) {
        assertThat(Timespan.of(name, WEDNESDAY, () -> DayOfWeek.SUNDAY)).contains(new Timespan(from, to));
    }

    @Test
    void startsTheWeekWhereTheSiteDoes() {
        Timespan week = new Timespan(LocalDate.of(2026, 2, 9), LocalDate.of(2026, 2, 15));
        assertThat(Timespan.of("this week", WEDNESDAY, () -> DayOfWeek.MONDAY)).contains(week);
    }

    @Test
    void knowsNoOtherNames() {
        assertThat(Timespan.of("last century", WEDNESDAY, () -> DayOfWeek.SUNDAY))
                .isEmpty();
        assertThat(Timespan.nameOf(Operator.PREVIOUS, "3 months")).contains("last quarter");
        assertThat(Timespan.nameOf(Operator.NEXT, "1 age")).isEmpty();
    }
}
