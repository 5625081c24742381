package org.affogato.engine.error;

import java.util.List;

/** The path exists, but not for this verb. */
public class MethodNotAllowed extends EngineException {
    private final List<String> allowed;

    /**
     * @param asked what was called, as a sentence begins with it
     * @param verbs those that it takes
     */
    public MethodNotAllowed(String asked, String... verbs) {
        super(405, asked + " takes " + String.join(", ", verbs).replaceFirst(", (\\w+)$", " and $1"));
        this.allowed = List.of(verbs);
    }

    /** The verbs that the path takes. */
    public List<String> allowed() {
        return allowed;
    }

    @Override
    public String module() {
        return "werkzeug.exceptions";
    }
}
