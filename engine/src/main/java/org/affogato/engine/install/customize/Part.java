package org.affogato.engine.install.customize;

import java.util.Map;

/** The tables of a form beside its fields: rows that the DocType ships are overlaid, a site adds rows of its own. */
enum Part {
    LINKS("DocType Link", "links", """
            Link: link_doctype
            Data: link_fieldname group
            Check: hidden
            """),
    ACTIONS("DocType Action", "actions", """
            Link: label
            Select: action_type
            Small_Text: action
            Data: group
            Check: hidden
            """),
    STATES("DocType State", "states", """
            Data: title
            Select: color
            """);

    private final String rowDoctype;
    private final String fieldname;
    private final Map<String, String> properties;

    Part(String rowDoctype, String fieldname, String properties) {
        this.rowDoctype = rowDoctype;
        this.fieldname = fieldname;
        this.properties = Properties.read(properties);
    }

    String rowDoctype() {
        return rowDoctype;
    }

    String fieldname() {
        return fieldname;
    }

    Map<String, String> properties() {
        return properties;
    }
}
