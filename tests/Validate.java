// Puts PDF files to veraPDF's validator, profile PDF/A-2B, and tells of each what is wrong with it.
//
//     java -cp JARS Validate.java FILE...
//
// One line a file: its name, a tab, the rules of ISO 19005-2 that it breaks, with commas; nothing after the tab is good.

import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Validate {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            System.out.println(file + "\t" + String.join(",", broken(file)));
        }
    }

    private static TreeSet<String> broken(String file) throws Exception {
        TreeSet<String> rules = new TreeSet<>();
        try (FileInputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            for (TestAssertion one : validator.validate(parser).getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    rules.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber());
                }
            }
        }
        return rules;
    }
}
