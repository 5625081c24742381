package org.affogato.doctypes.frappe;

import java.util.List;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.TableIndex;

/** Manifest of the core app. */
public final class Frappe implements App {
    @Override
    public String name() {
        return "frappe";
    }

    @Override
    public List<String> modules() {
        return List.of(
                "Core",
                "Website",
                "Workflow",
                "Email",
                "Custom",
                "Geo",
                "Desk",
                "Integrations",
                "Printing",
                "Contacts",
                "Social",
                "Automation");
    }

    @Override
    public List<TableIndex> indexes() {
        return CoreIndexes.ALL;
    }
}
