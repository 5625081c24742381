package org.affogato.engine.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonValuesTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, "null"),
                Arguments.of("a \"b\" ✓", "\"a \\\"b\\\" ✓\""),
                Arguments.of(12L, "12"),
                Arguments.of(true, "true"),
                Arguments.of(0.1, "0.1"),
                Arguments.of(1000.0, "1000.0"),
                Arguments.of(-0.0, "-0.0"),
                Arguments.of(-5e-9, "-5e-09"),
                Arguments.of(0.0001, "0.0001"),
                Arguments.of(1e16, "1e+16"),
                Arguments.of(1.5e300, "1.5e+300"),
                Arguments.of(123456789.125, "123456789.125"),
                Arguments.of(Double.NaN, "null"),
                Arguments.of(new BigDecimal("12.345678912"), "12.345678912"),
                Arguments.of(BigInteger.TWO.pow(70), "1180591620717411303424"),
                Arguments.of(LocalDate.of(2026, 3, 1), "\"2026-03-01\""),
                Arguments.of(LocalDateTime.of(2026, 3, 1, 10, 11, 12), "\"2026-03-01 10:11:12\""),
                Arguments.of(LocalDateTime.of(2026, 3, 1, 10, 11, 12, 345_000_000), "\"2026-03-01 10:11:12.345000\""),
                Arguments.of(Duration.ofSeconds(9 * 3600 + 5 * 60 + 7), "\"9:05:07\""),
                Arguments.of(Duration.ofMillis((4 * 3600 + 5 * 60 + 6) * 1000L + 500), "\"4:05:6.5\""),
                Arguments.of(Duration.ofNanos(86399_123456000L), "\"23:59:59.123456\""),
                Arguments.of(Duration.ofHours(25).plusMinutes(30), "\"25:30:00\""),
                Arguments.of(Duration.ofSeconds(-5), "\"-1:59:55\""),
                Arguments.of(Arrays.asList(1L, null, Map.of("a", 2.0)), "[1,null,{\"a\":2.0}]"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesAsTheReferenceAnswers(Object value, String json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            JsonValues.write(out, value);
        }
        assertThat(text).hasToString(json);
    }

    @Test
    void printsDoublesSoThatTheyReadBackTheSame() {
        Random random = new Random(20260301);
        for (int i = 0; i < 5000; i++) {
            double number = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt() / 1000.0;
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(Numbers.text(number))).isEqualTo(number);
            }
        }
    }
}
