package org.affogato.engine.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.FieldTypes;
import org.affogato.engine.meta.Attributes;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldType;
import org.affogato.engine.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is cast and written comes back from a real table as recorded. */
class FieldRoundTripTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Map<String, DocField> FIELDS = new LinkedHashMap<>();
    private static final int ROUNDS = 300;

    @BeforeAll
    static void createTable() throws SQLException {
        StringBuilder sql = new StringBuilder("CREATE TABLE `all` (`id` int PRIMARY KEY AUTO_INCREMENT");
        for (FieldType type : FieldTypes.standard().all()) {
            DocField field = new DocField(
                    Attributes.copyOf(Map.of(
                            "fieldname",
                            type.name().toLowerCase(Locale.ROOT).replace(' ', '_'),
                            "fieldtype",
                            type.name())),
                    type);
            type.column(field).ifPresent(column -> {
                FIELDS.put(type.name(), field);
                sql.append(",`").append(field.fieldname()).append("` ").append(definition(column));
            });
        }
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql + ") ROW_FORMAT=DYNAMIC COLLATE utf8mb4_unicode_ci");
        }
    }

    private static String definition(Column column) {
        String type = column.type() + (column.nullable() ? "" : " NOT NULL");
        return column.defaultValue() == null ? type : type + " DEFAULT '" + column.defaultValue() + "'";
    }

    static Stream<Arguments> stored() {
        return Stream.of(
                row("Data", "ünïcode ✓ 漢字 🎉 ' \" \\", "ünïcode ✓ 漢字 🎉 ' \" \\"),
                row("Data", "", ""),
                row("Int", "3.9", 3L),
                row("Int", true, 1L),
                row("Int", -2147483647L, -2147483647L),
                row("Long Int", Long.MAX_VALUE, Long.MAX_VALUE),
                row("Check", "2", 1L),
                row("Float", "-0", 0.0),
                row("Float", 0.1234567891234, 0.123456789),
                row("Float", -4.9e-9, -5e-9),
                row("Currency", -12.345678912345, -12.345678912),
                row("Currency", 99999999999.5, 99999999999.5),
                row("Percent", "1e3", 1000.0),
                row("Rating", "0.333333", 0.33),
                row("Rating", 3L, 3.0),
                row("Duration", "90.5", 90.5),
                row("Duration", 3661L, 3661.0),
                row("Duration", 0.1, 0.1),
                row("Date", "2026-3-1", LocalDate.of(2026, 3, 1)),
                row("Date", "20260301", LocalDate.of(2026, 3, 1)),
                row("Date", "2026-03-01", LocalDate.of(2026, 3, 1)),
                row("Datetime", "2026-03-01", LocalDateTime.of(2026, 3, 1, 0, 0)),
                row("Datetime", "2026-03-01T10:11:12", LocalDateTime.of(2026, 3, 1, 10, 11, 12)),
                row("Datetime", "2026-03-29 02:30:00", LocalDateTime.of(2026, 3, 29, 2, 30)),
                row("Datetime", "2026-03-01 10:11:12.345678", LocalDateTime.of(2026, 3, 1, 10, 11, 12, 345_678_000)),
                row("Time", "9:5", Duration.ofMinutes(9 * 60 + 5)),
                row("Time", "25:30:00", Duration.ofMinutes(25 * 60 + 30)),
                row("Time", "23:59:59.123456", Duration.ofNanos(86399_123456000L)),
                row("Time", "04:05:06.5", Duration.ofMillis(14706_500)),
                row("Small Text", 12L, "12"),
                row("Text", true, "1"),
                row("Long Text", 1.5, "1.5"),
                row("Long Text", 2.0, "2"),
                row("Code", 0L, "0"),
                row("JSON", "[1,  2]", "[1,  2]"),
                row("JSON", Map.of("a", 1L), "{\n    \"a\": 1\n}"),
                row("Date", "", null),
                row("Select", null, null));
    }

    private static Arguments row(String fieldtype, @Nullable Object given, @Nullable Object stored) {
        return Arguments.of(fieldtype, given, stored);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("stored")
    void readsBackWhatIsStored(String fieldtype, @Nullable Object given, @Nullable Object stored) throws SQLException {
        assertThat(roundTrip(FIELDS.get(fieldtype), given)).isEqualTo(stored);
    }

    @Test
    void keepsEveryTypesRandomValues() throws SQLException {
        Random random = new Random(20260301);
        for (DocField field : FIELDS.values()) {
            Supplier<Object> values = random(field, random);
            for (int i = 0; i < ROUNDS / FIELDS.size() + 5; i++) {
                Object given = values.get();
                assertThat(roundTrip(field, given))
                        .as("%s of %s", field.fieldtype(), given)
                        .isEqualTo(given);
            }
        }
    }

    private static Supplier<Object> random(DocField field, Random random) {
        return switch (field.fieldtype()) {
            case "Int" -> () -> (long) random.nextInt();
            case "Long Int" -> random::nextLong;
            case "Check" -> () -> (long) random.nextInt(2);
            case "Float", "Currency", "Percent", "Duration" -> () -> rounded(random.nextGaussian() * 1e5, 9);
            case "Rating" -> () -> rounded(random.nextDouble(0.01, 0.99), 2);
            case "Date" -> () -> LocalDate.ofEpochDay(random.nextInt(-100_000, 100_000));
            case "Datetime" ->
                () -> LocalDateTime.of(2000, 1, 1, 0, 0).plusNanos(random.nextLong(1L << 60) / 1000 * 1000);
            case "Time" -> () -> Duration.ofNanos(random.nextLong(800L * 3600 * 1_000_000) * 1000);
            case "JSON" -> () -> "{\"a\": " + random.nextInt() + "}";
            default -> () -> text(random);
        };
    }

    private static double rounded(double number, int scale) {
        return BigDecimal.valueOf(number).setScale(scale, RoundingMode.HALF_UP).doubleValue();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(20), 1, 0x2FFFF)
                .filter(code -> Character.isDefined(code) && !Character.isSurrogate((char) code) || code > 0xFFFF)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedByTheDatabaseWhereTheTypeCannotTell(String fieldtype, Object given) {
        Throwable refused = catchThrowable(() -> roundTrip(FIELDS.get(fieldtype), given));
        assertThat(refused).isInstanceOf(SQLException.class);
        assertThat(SqlFailure.of((SQLException) refused))
                .isInstanceOf(ValidationError.class)
                .hasMessageNotContaining(DATABASE.name());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("Date", "2026-02-30"),
                Arguments.of("Date", "03/31/2026"),
                Arguments.of("Date", "tomorrow"),
                Arguments.of("Datetime", "soon"),
                Arguments.of("Time", "junk"),
                Arguments.of("Duration", "1h 5m"),
                Arguments.of("Float", 12345678901234.0),
                Arguments.of("JSON", "not json at all"));
    }

    private static @Nullable Object roundTrip(DocField field, @Nullable Object given) throws SQLException {
        FieldType type = field.type();
        Object value = type.write(field, type.cast(field, given));
        try (Connection connection = DATABASE.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO `all` (`" + field.fieldname()
                        + "`) VALUES (?) RETURNING `" + field.fieldname() + "`")) {
            if (value == null) {
                insert.setNull(1, Types.NULL);
            } else {
                insert.setObject(1, value);
            }
            ResultSet row = insert.executeQuery();
            row.next();
            return type.read(RowReaders.value(row, 1, row.getMetaData().getColumnType(1)));
        }
    }
}
