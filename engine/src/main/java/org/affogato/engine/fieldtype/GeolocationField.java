package org.affogato.engine.fieldtype;

/** A place or a shape: GeoJSON as text. */
final class GeolocationField extends TextColumnField {
    GeolocationField() {
        super("Geolocation", "longtext");
    }
}
