package org.affogato.api.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends calls, holds what comes back against the model, and keeps what differs. */
final class Comparison {
    private final Site site;
    private final Stage stage;
    private final Caller caller;
    private final Map<String, Difference> differences = new LinkedHashMap<>();

    Comparison(Site site, Stage stage, Caller caller) {
        this.site = site;
        this.stage = stage;
        this.caller = caller;
    }

    /** Compares a call that changes a document of its own; a refused one leaves no trace. */
    void write(Call call, Model model, Person who, Paper drawn) {
        Paper paper = call.docstatus() < 0 ? drawn : drawn.at(call.docstatus());
        stage.place(paper);
        String before = stage.trace(paper);
        Verdict verdict = read(call, model, who, paper);
        if (verdict != Verdict.ALLOWED && !before.equals(stage.trace(paper))) {
            differs(call, model, who, paper, "was refused and yet wrote");
        }
        stage.remove(paper);
    }

    Verdict read(Call call, Model model, Person who, Paper paper) {
        Reply reply = caller.send(who, call.request(who, paper));
        Verdict verdict = call.judge(reply);
        Verdict expected = call.expected(model, who, paper);
        Call.Scene scene = new Call.Scene(model, site, who, paper, reply, verdict);
        if (verdict != expected) {
            differs(call, model, who, paper, "should be " + expected + ", is " + verdict + " " + reply);
        } else {
            call.differences(scene).forEach(difference -> differs(call, model, who, paper, difference));
        }
        leaks(scene).forEach(difference -> differs(call, model, who, paper, difference));
        return verdict;
    }

    void assertNone(long seed) {
        assertThat(differences.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n")))
                .as("calls that differ with seed %d, with the first case of each", seed)
                .isEmpty();
    }

    private void differs(Call call, Model model, Person who, Paper paper, String difference) {
        String all = (model.strict() ? "strictly " : "") + difference + " -- by " + who + " of " + paper;
        differences.merge(
                call.name(), new Difference(1, all), (first, next) -> new Difference(first.times + 1, first.text));
    }

    private record Difference(int times, String text) {}

    /** No answer whatsoever holds what its reader may not read. */
    private static List<String> leaks(Call.Scene scene) {
        List<String> leaks = new ArrayList<>();
        if (!scene.opensSecrets() && scene.reply().text().contains("SECRET-")) {
            leaks.add("tells what stands at permlevel 1: " + scene.reply());
        }
        for (Paper paper : scene.model().standing()) {
            if (scene.reply().text().contains(paper.notes() + "\"")
                    && !scene.model().may(scene.who(), "read", paper)) {
                leaks.add("tells of " + paper + ": " + scene.reply());
            }
        }
        return leaks;
    }
}
