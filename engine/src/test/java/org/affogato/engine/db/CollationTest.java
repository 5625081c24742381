package org.affogato.engine.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollationTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int PAIRS = 6000;
    private static final int AT_ONCE = 200;
    private static final int[][] SCRIPTS = {
        {0x20, 0x7E},
        {0x09, 0x0D},
        {0xA0, 0x17F},
        {0x180, 0x24F},
        {0x300, 0x36F},
        {0x370, 0x3FF},
        {0x400, 0x52F},
        {0x531, 0x586},
        {0x591, 0x5F4},
        {0x60C, 0x6FF},
        {0x901, 0x97F},
        {0xE01, 0xE5B},
        {0x10A0, 0x10FF},
        {0x1100, 0x11FF},
        {0x1E00, 0x1FFF},
        {0x2000, 0x206F},
        {0x2100, 0x214F},
        {0x3041, 0x30FF},
        {0x3400, 0x3500},
        {0x4E00, 0x9FFF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFB06},
        {0xFF00, 0xFFEF},
        {0x1F600, 0x1F64F},
        {0x20000, 0x20100}
    };

    @ParameterizedTest
    @CsvSource({"abc,ABC", "résumé,Resume", "straße,STRASSE", "a,'a  '", "Ω,ω", "😀,🎉", "'',' '", "a\u200Bb,ab"})
    void takesForTheSameWhatTheDatabaseDoes(String one, String other) {
        assertThat(Collation.same(one, other)).isTrue();
        assertThat(Collation.key(one)).isEqualTo(Collation.key(other));
        assertThat(Collation.compare(one, other)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"a,b", "a,ab", "' a',a", "A-1,A1", "' a',a b"})
    void tellsApartWhatTheDatabaseDoes(String lower, String higher) {
        assertThat(Collation.same(lower, higher)).isFalse();
        assertThat(Collation.key(lower)).isNotEqualTo(Collation.key(higher));
    }

    @Test
    void ordersRandomTextsAsTheServer() throws SQLException {
        Random random = new Random(20260301);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2 * PAIRS; i += 2) {
            String text = text(random);
            texts.add(text);
            texts.add(random.nextInt(3) == 0 ? text(random) : varied(text, random));
        }
        try (Connection connection = DATABASE.dataSource().getConnection()) {
            for (int from = 0; from < texts.size(); from += 2 * AT_ONCE) {
                compare(connection, texts.subList(from, Math.min(texts.size(), from + 2 * AT_ONCE)));
            }
        }
    }

    private static void compare(Connection connection, List<String> texts) throws SQLException {
        String comparison = "SELECT STRCMP(CONVERT(? USING utf8mb4) COLLATE utf8mb4_unicode_ci, ?)";
        String sql = String.join(" UNION ALL ", Collections.nCopies(texts.size() / 2, comparison));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < texts.size(); i++) {
                statement.setString(i + 1, texts.get(i));
            }
            ResultSet orders = statement.executeQuery();
            for (int i = 0; orders.next(); i += 2) {
                assertAgrees(texts.get(i), texts.get(i + 1), orders.getInt(1));
            }
        }
    }

    private static void assertAgrees(String one, String other, int order) {
        assertThat(Integer.signum(Collation.compare(one, other)))
                .as("order of %s and %s", codes(one), codes(other))
                .isEqualTo(order);
        assertThat(Collation.same(one, other)).isEqualTo(order == 0);
        assertThat(Collation.key(one).equals(Collation.key(other))).isEqualTo(order == 0);
    }

    @Test
    void hasTheServersWeights() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT seq, HEX(WEIGHT_STRING("
                        + "CONVERT(CHAR(seq USING utf32) USING utf8mb4) COLLATE utf8mb4_unicode_ci))"
                        + " FROM seq_1_to_65535 WHERE seq NOT BETWEEN 0xD800 AND 0xDFFF");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                StringBuilder weights = new StringBuilder();
                for (char weight : CollationWeights.standard().of(rows.getInt(1))) {
                    weights.append("%04X".formatted((int) weight));
                }
                assertThat(weights.toString())
                        .as("weights of %x", rows.getInt(1))
                        .isEqualTo(rows.getString(2));
            }
        }
    }

    private static String text(Random random) {
        int[] script = SCRIPTS[random.nextInt(SCRIPTS.length)];
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int[] range = random.nextInt(4) == 0 ? SCRIPTS[random.nextInt(SCRIPTS.length)] : script;
            text.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
        }
        return text.toString();
    }

    /** A text that often is the same to the database. */
    private static String varied(String text, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.toLowerCase(Locale.ROOT);
            case 2 -> text + " ".repeat(random.nextInt(3));
            case 3 -> text + text(random);
            case 4 -> Normalizer.normalize(text, Normalizer.Form.NFD);
            default -> text + (char) random.nextInt(0x20, 0x7F);
        };
    }

    private static String codes(String text) {
        return text.codePoints().mapToObj(Integer::toHexString).toList().toString();
    }
}
