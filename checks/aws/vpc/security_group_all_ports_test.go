package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestSecurityGroupAllPorts(t *testing.T) {
	checktest.Run(t, SecurityGroupAllPorts, groupCases(0, checks.Critical))
}
