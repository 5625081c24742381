package org.affogato.engine.install;

import java.util.List;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.install.customize.CustomizeFormController;
import org.affogato.engine.naming.NamingSettingsController;
import org.affogato.engine.spi.DocumentController;

/** The controllers of the DocTypes that define, customise and name, which need more of the engine than an app may. */
public final class DefinitionControllers {
    private DefinitionControllers() {}

    public static List<DocumentController> all(boolean developerMode, TableSync tables, DefinitionHomes homes) {
        return List.of(
                new DocTypeController(developerMode, tables, homes),
                new DocTypeLayoutController(),
                new CustomFieldController(tables),
                new CustomizeFormController(new CustomisedForm(tables)),
                new PropertySetterController(tables),
                new NamingSettingsController(),
                new CustomDocPermController());
    }
}
