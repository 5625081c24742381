package org.affogato.api.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One endpoint as the matrix knows it: how it is asked, what it needs, what it answers and writes. */
final class Call {
    private final String name;
    private final BiFunction<Person, Paper, Sent> request;
    private final List<Check> checks = new ArrayList<>();
    private Expectation expectation = (model, who, paper) -> Verdict.ALLOWED;
    private Function<Reply, Verdict> judge = Reply::verdict;
    private int docstatus = -1;
    private boolean writes;

    /** What the model says of the call. */
    interface Expectation {
        Verdict of(Model model, Person who, Paper paper);
    }

    /** Looks closer at an answer; a difference in words, or null. */
    interface Check {
        @Nullable
        String difference(Scene scene);
    }

    /** A call that was made. */
    record Scene(Model model, Site site, Person who, Paper paper, Reply reply, Verdict verdict) {
        boolean opensSecrets() {
            return model.opens(who, "read", 1, paper.doctype());
        }
    }

    private Call(String name, BiFunction<Person, Paper, Sent> request) {
        this.name = name;
        this.request = request;
    }

    static Call of(String name, BiFunction<Person, Paper, Sent> request) {
        return new Call(name, request);
    }

    /** The call needs all of these rights on the document. */
    Call needs(String... rights) {
        return expects((model, who, paper) -> List.of(rights).stream().allMatch(right -> model.may(who, right, paper))
                ? Verdict.ALLOWED
                : Verdict.REFUSED);
    }

    Call expects(Expectation wanted) {
        expectation = wanted;
        return this;
    }

    /** For answers that do not tell the verdict by their status. */
    Call judgedBy(Function<Reply, Verdict> other) {
        judge = other;
        return this;
    }

    Call checks(Check check) {
        checks.add(check);
        return this;
    }

    /** Looks closer in another way than before. */
    Call instead(Check check) {
        checks.clear();
        return checks(check);
    }

    /** The call changes something, so that each gets a document of its own. */
    Call writes() {
        writes = true;
        return this;
    }

    /** Only for documents of this docstatus. */
    Call at(int wanted) {
        docstatus = wanted;
        return this;
    }

    String name() {
        return name;
    }

    boolean isWriting() {
        return writes;
    }

    int docstatus() {
        return docstatus;
    }

    Sent request(Person who, Paper paper) {
        return request.apply(who, paper);
    }

    Verdict expected(Model model, Person who, Paper paper) {
        return who.isGuest() ? Verdict.REFUSED : expectation.of(model, who, paper);
    }

    Verdict judge(Reply reply) {
        return reply.verdict() == Verdict.ALLOWED ? judge.apply(reply) : reply.verdict();
    }

    List<String> differences(Scene scene) {
        List<String> differences = new ArrayList<>();
        for (Check check : checks) {
            String difference = check.difference(scene);
            if (difference != null) {
                differences.add(difference);
            }
        }
        return differences;
    }
}
