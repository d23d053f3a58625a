package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestSecurityGroupAdminPorts(t *testing.T) {
	checktest.Run(t, SecurityGroupAdminPorts, groupCases(22, checks.High))
}
