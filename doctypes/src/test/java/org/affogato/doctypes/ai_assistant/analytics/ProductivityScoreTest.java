package org.affogato.doctypes.ai_assistant.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The score stays between 0 and 100 and never falls when more is done. */
class ProductivityScoreTest {
    private static final long SEED = 20_260_101;

    @Test
    void isZeroForNothingAndHundredForALot() {
        DayFigures day = new DayFigures();
        assertThat(ProductivityScore.of(day)).isEqualByComparingTo(BigDecimal.ZERO);
        LocalDateTime time = LocalDateTime.of(2024, 1, 1, 6, 0);
        for (int i = 0; i < 600; i++) {
            day.add(event(time.plusMinutes(i), i));
        }
        assertThat(ProductivityScore.of(day)).isEqualByComparingTo(BigDecimal.valueOf(100));
    }

    @Test
    void neverFallsWhenAnEventIsAdded() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int run = 0; run < 50; run++) {
            DayFigures day = new DayFigures();
            LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0);
            BigDecimal last = BigDecimal.ZERO;
            for (int i = 0; i < 200; i++) {
                time = time.plusSeconds(random.nextInt(900));
                day.add(event(time, random.nextInt(50)));
                BigDecimal score = ProductivityScore.of(day);
                assertThat(score).as("seed %d run %d", SEED, run).isBetween(last, BigDecimal.valueOf(100));
                last = score;
            }
        }
    }

    private static EventRow event(LocalDateTime time, int number) {
        return switch (number % 3) {
            case 0 -> new EventRow("alice@example.com", time, "command", "git.commit", "", MissingNode.getInstance());
            case 1 -> new EventRow("alice@example.com", time, "ai_request", "chat", "", MissingNode.getInstance());
            default -> new EventRow("alice@example.com", time, "file_edit", "file.saved", "", edit(number));
        };
    }

    private static ObjectNode edit(int number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", number + ".py")
                .put("language", "python")
                .put("lines_added", number);
    }
}
