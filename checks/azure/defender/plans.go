package defender

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/defender"
	"demarc/providers/inventory"
)

var needsPlans = []inventory.Source{defender.SubscriptionPlans}

// planFix is the fix of the checks of plans.
func planFix(plan string) checks.Fix {
	return checks.Fix{
		Console:   "Microsoft Defender for Cloud > Environment settings > the subscription > Defender plans > the plan: On.",
		CLI:       "az security pricing create --name " + plan + " --tier Standard",
		Terraform: "resource \"azurerm_security_center_subscription_pricing\" \"example\" {\n  tier          = \"Standard\"\n  resource_type = \"" + plan + "\"\n}",
	}
}

// planOf finds a plan of the subscription. It is nil where there is none, or
// where it is not known; what that means is then reported.
func planOf(p *checks.Probe, s *defender.Subscription, name string) *defender.Plan {
	all, ok := s.Plans.Get(p)
	if !ok {
		return nil
	}
	for i := range all {
		if strings.EqualFold(all[i].Name, name) {
			return &all[i]
		}
	}
	if len(all) == 0 {
		p.Evidence("plans", 0)
		p.Absentf("the subscription was never registered for Defender for Cloud")
		return nil
	}
	p.Skipf("Defender for Cloud has no plan %s here", name)
	return nil
}

// isOn reports whether a plan is on, and what is wrong where it is not.
func isOn(p *checks.Probe, plan *defender.Plan) bool {
	switch tier, ok := plan.Tier.Get(p); {
	case !ok:
	case strings.EqualFold(tier, "Standard"):
		return true
	case strings.EqualFold(tier, "Free"):
		p.Evidence(plan.Name, tier)
		p.Failf("the plan %s is off", plan.Name)
	default:
		p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "ARM microsoft.security/pricings", Where: "what the tier " + tier + " of " + plan.Name + " is"})
	}
	return false
}

// plansOn makes the Run of a check that asks for plans.
func plansOn(names ...string) checks.Run {
	return checks.Each(defender.Subscriptions, func(p *checks.Probe, s *defender.Subscription) {
		for _, name := range names {
			if plan := planOf(p, s, name); plan != nil {
				isOn(p, plan)
			}
		}
	})
}

// CSPM asks that the plan is on.
var CSPM = &checks.Check{
	ID:       "azure-defender-cspm",
	Title:    "Defender CSPM is on",
	Why:      "Without it there is no attack path analysis, no agentless scanning and no look at what is exposed together.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix:      planFix("CloudPosture"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.1.1"}},
	Aliases:  []string{"prowler:defender_ensure_defender_cspm_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("CloudPosture"),
}

// APIs asks that the plan is on.
var APIs = &checks.Check{
	ID:       "azure-defender-apis",
	Title:    "Defender for APIs is on",
	Why:      "Published APIs are probed by machines all day; without the plan nobody is told which are open, unused or under attack.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix:      planFix("Api"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.2.1"}},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("Api"),
}

// Servers asks that the plan is on.
var Servers = &checks.Check{
	ID:       "azure-defender-servers",
	Title:    "Defender for Servers is on",
	Why:      "Without it nothing watches the machines for attacks, and nobody is told of their weaknesses.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("VirtualMachines"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.3.1"}},
	Aliases:  []string{"prowler:defender_ensure_defender_for_server_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("VirtualMachines"),
}

// Containers asks that the plan is on.
var Containers = &checks.Check{
	ID:       "azure-defender-containers",
	Title:    "Defender for Containers is on",
	Why:      "Without it nothing watches the clusters at work, and no image is scanned for known weaknesses.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("Containers"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.4.1"}},
	Aliases:  []string{"prowler:defender_ensure_defender_for_containers_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("Containers"),
}

// StoragePlan asks that the plan is on.
var StoragePlan = &checks.Check{
	ID:       "azure-defender-storage",
	Title:    "Defender for Storage is on",
	Why:      "Without it nobody is told of uploads of malware, of odd readers or of data leaving.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("StorageAccounts"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.5.1"}},
	Aliases:  []string{"prowler:defender_ensure_defender_for_storage_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("StorageAccounts"),
}

// AppServices asks that the plan is on.
var AppServices = &checks.Check{
	ID:       "azure-defender-app-services",
	Title:    "Defender for App Service is on",
	Why:      "Without it nobody is told when an application is probed or taken over, or its name left dangling.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("AppServices"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.6.1"}},
	Aliases:  []string{"prowler:defender_ensure_defender_for_app_services_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("AppServices"),
}

// CosmosDB asks that the plan is on.
var CosmosDB = &checks.Check{
	ID:       "azure-defender-cosmosdb",
	Title:    "Defender for Azure Cosmos DB is on",
	Why:      "Without it nobody is told of injected queries, of stolen keys in use or of odd readers.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("CosmosDbs"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.7.1"}},
	Aliases:  []string{"prowler:defender_ensure_defender_for_cosmosdb_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("CosmosDbs"),
}

// OpenSourceDatabases asks that the plan is on.
var OpenSourceDatabases = &checks.Check{
	ID:       "azure-defender-open-source-databases",
	Title:    "Defender for open-source relational databases is on",
	Why:      "Without it nobody is told of guessed passwords and odd readers at PostgreSQL and MySQL.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("OpenSourceRelationalDatabases"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.7.2"}},
	Aliases:  []string{"prowler:defender_ensure_defender_for_os_relational_databases_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("OpenSourceRelationalDatabases"),
}

// AzureSQL asks that the plan is on.
var AzureSQL = &checks.Check{
	ID:       "azure-defender-sql-databases",
	Title:    "Defender for Azure SQL databases is on",
	Why:      "Without it nobody is told of injected queries, of guessed passwords or of weak settings.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("SqlServers"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.7.3"}},
	Aliases:  []string{"prowler:defender_ensure_defender_for_azure_sql_databases_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("SqlServers"),
}

// SQLMachines asks that the plan is on.
var SQLMachines = &checks.Check{
	ID:       "azure-defender-sql-machines",
	Title:    "Defender for SQL servers on machines is on",
	Why:      "Without it the databases that run on machines of one's own are the ones that nobody watches.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("SqlServerVirtualMachines"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.7.4"}},
	Aliases:  []string{"prowler:defender_ensure_defender_for_sql_servers_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("SqlServerVirtualMachines"),
}

// KeyVault asks that the plan is on.
var KeyVault = &checks.Check{
	ID:       "azure-defender-key-vault",
	Title:    "Defender for Key Vault is on",
	Why:      "Without it nobody is told when keys and secrets are read by whom and from where they never were.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("KeyVaults"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.8.1"}},
	Aliases:  []string{"prowler:defender_ensure_defender_for_keyvault_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("KeyVaults"),
}

// ResourceManager asks that the plan is on.
var ResourceManager = &checks.Check{
	ID:       "azure-defender-resource-manager",
	Title:    "Defender for Resource Manager is on",
	Why:      "Without it nobody is told of the management of Azure being used as an attacker's tool.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("Arm"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.9.1"}},
	Aliases:  []string{"prowler:defender_ensure_defender_for_arm_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("Arm"),
}

// Databases asks that the plan is on.
var Databases = &checks.Check{
	ID:       "azure-defender-databases",
	Title:    "All plans of Defender for Databases are on",
	Why:      "One kind of database without a plan is the one that is attacked unseen.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      planFix("SqlServers"),
	Aliases:  []string{"prowler:defender_ensure_defender_for_databases_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
	Needs:    needsPlans,
	Run:      plansOn("SqlServers", "SqlServerVirtualMachines", "OpenSourceRelationalDatabases", "CosmosDbs"),
}
