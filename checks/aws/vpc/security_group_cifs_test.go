package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestSecurityGroupCIFS(t *testing.T) {
	checktest.Run(t, SecurityGroupCIFS, groupCases(445, checks.High))
}
