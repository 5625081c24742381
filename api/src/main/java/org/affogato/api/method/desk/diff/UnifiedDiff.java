package org.affogato.api.method.desk.diff;

import java.util.ArrayList;
import java.util.List;

/** Two texts line by line in the unified form: what went, what came, three lines around. */
final class UnifiedDiff {
    private static final int AROUND = 3;
    /** Above so many pairs of lines the differing middle counts as replaced whole. */
    private static final long MOST_PAIRS = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    /** One line with its sign: a blank for both texts, a minus for the first, a plus for the second. */
    private record Line(char sign, String text) {}

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** Heads and lines of the places that differ; none where nothing does. */
    static List<String> hunks(List<String> before, List<String> after) {
        UnifiedDiff diff = new UnifiedDiff(before, after);
        diff.compare();
        return diff.render();
    }

    private void compare() {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        add(' ', before.subList(0, head));
        compareMiddle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
        add(' ', before.subList(before.size() - tail, before.size()));
    }

    private void add(char sign, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(sign, text)));
    }

    private void compareMiddle(List<String> from, List<String> to) {
        if ((long) from.size() * to.size() > MOST_PAIRS) {
            add('-', from);
            add('+', to);
            return;
        }
        int[][] common = common(from, to);
        int i = 0;
        int j = 0;
        List<String> came = new ArrayList<>();
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
                add('+', came);
                came.clear();
                lines.add(new Line(' ', from.get(i)));
                i++;
                j++;
            } else if (j == to.size() || (i < from.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line('-', from.get(i++)));
            } else {
                came.add(to.get(j++));
            }
        }
        add('+', came);
    }

    /** How many lines the rests from each pair of lines on have in common, at most. */
    private static int[][] common(List<String> from, List<String> to) {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                common[i][j] = from.get(i).equals(to.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private List<String> render() {
        List<String> rendered = new ArrayList<>();
        int done = 0;
        int at = nextChange(0);
        while (at < lines.size()) {
            int start = Math.max(done, at - AROUND);
            int end = endOfHunk(at);
            rendered.add("@@ -%s +%s @@\n".formatted(range('+', start, end), range('-', start, end)));
            lines.subList(start, end).forEach(line -> rendered.add(line.sign() + line.text()));
            done = end;
            at = nextChange(end);
        }
        return rendered;
    }

    private int nextChange(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).sign() == ' ') {
            at++;
        }
        return at;
    }

    /** Changes belong together as long as the lines around them touch. */
    private int endOfHunk(int change) {
        int end = change;
        int next = change;
        while (next < lines.size() && next - end <= 2 * AROUND) {
            end = next + 1;
            next = nextChange(end);
        }
        return Math.min(lines.size(), end + AROUND);
    }

    /** Where the lines stand in the text that has none of the other sign. */
    private String range(char other, int start, int end) {
        long first = count(other, 0, start) + 1;
        long length = count(other, start, end);
        if (length == 1) {
            return String.valueOf(first);
        }
        return (length == 0 ? first - 1 : first) + "," + length;
    }

    private long count(char other, int start, int end) {
        return lines.subList(start, end).stream()
                .filter(line -> line.sign() != other)
                .count();
    }
}
