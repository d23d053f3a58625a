package dns

import (
	"testing"

	"demarc/checks/checktest"
)

func TestZoneRSASHA1KeySigning(t *testing.T) {
	checktest.Run(t, ZoneRSASHA1KeySigning, keyCases("keySigning", "zoneSigning"))
}
