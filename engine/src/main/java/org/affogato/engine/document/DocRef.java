package org.affogato.engine.document;

/** Names one document. */
public record DocRef(String doctype, String name) {
    @Override
    public String toString() {
        return doctype + " " + name;
    }
}
