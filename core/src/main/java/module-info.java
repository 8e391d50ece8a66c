/** HLS playlists: parse, write, validate, compare. Nothing is needed at run time but the JDK. */
module dev.hemstitch.core {
    requires static transitive org.jspecify;

    exports dev.hemstitch.core.text;
    exports dev.hemstitch.core.diagnostic;
    exports dev.hemstitch.core.uri;
    exports dev.hemstitch.core.model;
    exports dev.hemstitch.core.parser;
    exports dev.hemstitch.core.validation;
    exports dev.hemstitch.core.diff;
    exports dev.hemstitch.core.writer;
}
