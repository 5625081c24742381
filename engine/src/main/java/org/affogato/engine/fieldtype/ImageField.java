package org.affogato.engine.fieldtype;

/** Shows the image of the attach field named in {@code options}. */
final class ImageField extends LayoutField {
    ImageField() {
        super("Image");
    }
}
