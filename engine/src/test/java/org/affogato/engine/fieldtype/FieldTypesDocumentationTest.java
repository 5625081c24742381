package org.affogato.engine.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.affogato.engine.meta.FieldType;
import org.junit.jupiter.api.Test;

class FieldTypesDocumentationTest {
    @Test
    void describesEveryFieldtypeWithItsColumn() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "fieldtypes.md"));
        for (FieldType type : FieldTypes.standard().all()) {
            assertThat(page).contains("`" + type.name() + "`");
            type.column(Fields.field(type.name()))
                    .ifPresent(column -> assertThat(page).contains("`" + column.type() + "`"));
        }
    }
}
