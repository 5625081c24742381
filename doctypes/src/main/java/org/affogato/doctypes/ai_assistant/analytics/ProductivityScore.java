package org.affogato.doctypes.ai_assistant.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How productive a day was, from 0 to 100. Five figures count towards a target each: time active (240 minutes, 30
 * points), lines changed (400, 25), files edited (20, 20), commands used (30, 15) and AI requests (20, 10). What is
 * reached of a target gives that share of its points, what goes beyond gives no more. So the score never falls when a
 * figure rises, is 0 for a day without any, and 100 for one that reaches all targets; it is rounded to two decimals.
 */
final class ProductivityScore {
    private ProductivityScore() {}

    static BigDecimal of(DayFigures day) {
        double points = points(30, day.activeMinutes(), 240)
                + points(25, day.linesChanged(), 400)
                + points(20, day.filesEdited(), 20)
                + points(15, day.commandsUsed(), 30)
                + points(10, day.aiRequests(), 20);
        return BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP);
    }

    private static double points(int most, long reached, long target) {
        return most * Math.min(1.0, (double) reached / target);
    }
}
