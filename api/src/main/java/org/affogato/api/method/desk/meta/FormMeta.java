package org.affogato.api.method.desk.meta;

import java.util.List;
import org.affogato.api.json.Prewritten;

/**
 * A definition as it goes out.
 *
 * @param stamp its {@code modified}: other than the row's it changes with anything that the answer is made of
 * @param tables the DocTypes of its table fields, one a field
 */
record FormMeta(String stamp, Prewritten json, List<String> tables) {}
