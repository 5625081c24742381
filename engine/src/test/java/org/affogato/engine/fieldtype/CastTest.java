package org.affogato.engine.fieldtype;

import static org.affogato.engine.fieldtype.Fields.cast;
import static org.affogato.engine.fieldtype.Fields.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CastTest {
    static Stream<Arguments> casts() {
        return Stream.of(
                row("Int", "12", 12L),
                row("Int", "3.9", 3L),
                row("Int", -3.9, -3L),
                row("Int", "abc", 0L),
                row("Int", "1,234", 0L),
                row("Int", " 1_000 ", 1000L),
                row("Int", "1e3", 1000L),
                row("Int", "", 0L),
                row("Int", "nan", 0L),
                row("Int", true, true),
                row("Int", 2147483648L, 2147483648L),
                row("Long Int", "9007199254740993", 9007199254740993L),
                row("Long Int", 9007199254740993L, 9007199254740993L),
                row("Long Int", "abc", 0L),
                row("Check", "1", 1L),
                row("Check", "2", 1L),
                row("Check", "yes", 0L),
                row("Check", -1L, 1L),
                row("Check", true, 1L),
                row("Check", 0.5, 0L),
                row("Float", "3.25", 3.25),
                row("Float", "1,234.5", 1234.5),
                row("Float", "1e3", 1000.0),
                row("Float", "-0", -0.0),
                row("Float", true, 1.0),
                row("Float", "", 0.0),
                row("Float", 7L, 7.0),
                row("Currency", "$ 5", 0.0),
                row("Percent", "50%", 0.0),
                row("Percent", false, 0.0),
                row("Rating", 0.6, 0.6),
                row("Rating", 3L, 3L),
                row("Rating", "0.333333", "0.333333"),
                row("Duration", 3661L, 3661L),
                row("Duration", "90.5", "90.5"),
                row("Duration", -5L, -5L),
                row("Date", "2026-03-01", LocalDate.of(2026, 3, 1)),
                row("Date", "2026-3-1", "2026-3-1"),
                row("Date", "20260301", "20260301"),
                row("Date", "", ""),
                row("Date", LocalDateTime.of(2026, 3, 1, 10, 0), LocalDate.of(2026, 3, 1)),
                row("Datetime", "2026-03-01 10:11:12", LocalDateTime.of(2026, 3, 1, 10, 11, 12)),
                row("Datetime", "2026-03-01 10:11:12.345678", LocalDateTime.of(2026, 3, 1, 10, 11, 12, 345_678_000)),
                row("Datetime", "2026-03-01T10:11:12", "2026-03-01T10:11:12"),
                row("Datetime", "2026-03-01", "2026-03-01"),
                row("Datetime", "", ""),
                row("Time", "10:00:00", Duration.ofHours(10)),
                row("Time", "25:30:00", Duration.ofMinutes(25 * 60 + 30)),
                row("Time", "09:05:07", "09:05:07"),
                row("Time", "9:5", "9:5"),
                row("Time", "", ""),
                row("Small Text", 12L, 12L),
                row("Text", true, true),
                row("Long Text", 1.5, 1.5),
                row("Data", " padded ", " padded "),
                row("Data", "", ""),
                row("Autocomplete", "Green", "Green"),
                row("JSON", "[1,  2]", "[1,  2]"));
    }

    private static Arguments row(String fieldtype, Object given, Object expected) {
        return Arguments.of(fieldtype, given, expected);
    }

    @Test
    void bringsARatingBetweenItsBounds() {
        assertThat(RatingField.bounded(3L)).isEqualTo(1L);
        assertThat(RatingField.bounded(-2L)).isEqualTo(0L);
        assertThat(RatingField.bounded("0.333333")).isEqualTo(0.333333);
        assertThat(RatingField.bounded(null)).isEqualTo(0L);
    }

    @Test
    void readsTheDigitsOfAnyScript() {
        assertThat(cast(field("Int"), "\u0663")).isEqualTo(3L);
        assertThat(cast(field("Float"), "\u0967\u0968.\u0969")).isEqualTo(12.3);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("casts")
    void turnsWhatIsGivenIntoTheValue(String fieldtype, Object given, Object expected) {
        DocField field = field(fieldtype);
        Object once = cast(field, given);
        assertThat(once).isEqualTo(expected);
        assertThat(cast(field, once)).as("cast again").isEqualTo(expected);
    }

    @Test
    void keepsNullAndStoresWhatStandsForIt() {
        for (FieldType type : FieldTypes.standard().all()) {
            assertThat(type.cast(field(type.name()), null)).as(type.name()).isNull();
        }
        assertThat(stored(field("Int"))).isEqualTo(0L);
        assertThat(stored(field("Check"))).isEqualTo(0L);
        assertThat(stored(field("Float"))).isEqualTo(0.0);
        assertThat(stored(field("Rating"))).isNull();
        assertThat(stored(field("Data"))).isNull();
        assertThat(stored(field("Data", "not_nullable", 1))).isNull();
    }

    @Test
    void knowsWhatStandsInAColumnThatMustNotBeNull() {
        assertThat(unset(field("Data"))).isNull();
        assertThat(unset(field("Rating", "not_nullable", 1))).isEqualTo(0L);
        assertThat(unset(field("Data", "not_nullable", 1))).isEqualTo("");
        assertThat(unset(field("Data", "not_nullable", 1, "default", "x"))).isEqualTo("x");
        assertThat(unset(field("Duration", "not_nullable", 1))).isEqualTo(0L);
        assertThat(unset(field("Date", "not_nullable", 1))).isNull();
    }

    private static Object unset(DocField field) {
        return field.type().unset(field);
    }

    private static Object stored(DocField field) {
        return stored(field, null);
    }

    private static Object stored(DocField field, Object value) {
        return field.type().stored(field, value);
    }

    @Test
    void storesNothingForAnEmptyDate() {
        for (String type : List.of("Date", "Datetime", "Time")) {
            assertThat(stored(field(type), "")).isNull();
        }
        assertThat(stored(field("Data"), "")).isEqualTo("");
        assertThat(stored(field("Check"), 7L)).isEqualTo(1L);
    }

    @Test
    void storesNothingForABlankUniqueValue() {
        assertThat(stored(field("Data", "unique", 1), "  ")).isNull();
        assertThat(stored(field("Data", "unique", 1), " x ")).isEqualTo(" x ");
        assertThat(stored(field("Data"), "  ")).isEqualTo("  ");
    }

    @Test
    void stripsASelectedOptionOnlyWhereOptionsBind() {
        DocField select = field("Select", "options", "Open\nDone");
        assertThat(cast(select, " Done ")).isEqualTo("Done");
        assertThat(cast(field("Select", "options", "1\n2"), 2L)).isEqualTo("2");
        assertThat(cast(select, 0L)).isEqualTo(0L);
        assertThat(cast(select, "")).isEqualTo("");
        assertThat(cast(field("Select"), " any ")).isEqualTo(" any ");
        assertThat(cast(field("Select", "options", "\n"), " any ")).isEqualTo(" any ");
    }

    @Test
    void writesAnObjectOutForJsonFieldsOnly() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("z", 1L);
        object.put("a", List.of(1.5, true, "é\n"));
        object.put("m", Map.of());
        assertThat(cast(field("JSON"), object)).isEqualTo("""
                        {
                            "a": [
                                1.5,
                                true,
                                "\\u00e9\\n"
                            ],
                            "m": {},
                            "z": 1
                        }""");
        assertThatThrownBy(() -> cast(field("Small Text"), object)).isInstanceOf(ValidationError.class);
    }

    @Test
    void refusesLists() {
        for (FieldType type : FieldTypes.standard().all()) {
            DocField field = field(type.name());
            if (field.hasColumn()) {
                assertThatThrownBy(() -> cast(field, List.of("a")))
                        .as(type.name())
                        .isInstanceOf(ValidationError.class);
            }
        }
    }

    @Test
    void keepsANumberBeyondSixtyFourBitsToBeRefused() {
        BigInteger huge = BigInteger.TWO.pow(70);
        assertThat(cast(field("Long Int"), huge)).isEqualTo(huge);
        assertThat(cast(field("Long Int"), "99999999999999999999")).isEqualTo("99999999999999999999");
    }

    @Test
    void readsTheTextsOfASingle() {
        assertThat(read("Int", "5")).isEqualTo(5L);
        assertThat(read("Float", "1.5")).isEqualTo(1.5);
        assertThat(read("Date", "2026-01-02")).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(read("Date", "2026-1-2")).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(read("Date", "soon")).isEqualTo("soon");
        assertThat(read("Time", "09:05:07"))
                .isEqualTo(Duration.ofHours(9).plusMinutes(5).plusSeconds(7));
        assertThat(read("Rating", "0.6")).isEqualTo("0.6");
        assertThat(read("Data", "x")).isEqualTo("x");
        assertThat(read("Int", null)).isNull();
    }

    private static Object read(String fieldtype, Object stored) {
        return FieldTypes.standard().get(fieldtype).read(stored);
    }
}
