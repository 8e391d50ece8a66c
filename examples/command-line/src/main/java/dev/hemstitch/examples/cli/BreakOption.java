package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.model.BreakPosition;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A value of {@code --break}: {@code AT=AD[,AD…]}.
 *
 * @param position where
 * @param ads the FILEs of the ads
 */
record BreakOption(BreakPosition position, List<String> ads) {
    /** Reads the value. */
    static final class Converter implements ITypeConverter<BreakOption> {
        @Override
        public BreakOption convert(String value) {
            int equals = value.indexOf('=');
            if (equals < 0) {
                throw new TypeConversionException("'" + value + "' is not AT=AD[,AD…]");
            }
            BreakPosition position = BreakPosition.parse(value.substring(0, equals))
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value.substring(0, equals) + "' is neither seconds nor n% nor end"));
            return new BreakOption(position, files(value.substring(equals + 1)));
        }

        /** At commas, but for those behind a backslash, which goes. */
        private static List<String> files(String list) {
            List<String> files = new ArrayList<>();
            StringBuilder file = new StringBuilder();
            for (int i = 0; i < list.length(); i++) {
                if (list.startsWith("\\,", i)) {
                    i++;
                    file.append(',');
                } else if (list.charAt(i) == ',') {
                    files.add(file.toString());
                    file.setLength(0);
                } else {
                    file.append(list.charAt(i));
                }
            }
            files.add(file.toString());
            if (files.contains("")) {
                throw new TypeConversionException("an AD is missing in '" + list + "'");
            }
            return files;
        }
    }
}
