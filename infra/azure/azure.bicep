// Everything Ratkaisupolku needs in Azure: one identity without secrets, one web app, one storage account without
// keys, one bot registration. The outputs land in the toolkit's environment file and fill in the app manifest.

@minLength(4)
@maxLength(20)
@description('The start of every resource name. Letters, digits and hyphens.')
param resourceBaseName string

@maxLength(42)
@description('What the bot is called in Teams.')
param botDisplayName string

@description('Entra object ids of the first admins, separated by commas. Later ones are added in Teams.')
param adminIds string

@description('The app id that people sign in to in the tab: a managed identity cannot be signed in to.')
param tabAppId string

@description('Who answers for the personal data; the bot shows it.')
param controllerName string

@description('The privacy notice, https. The bot and the app manifest link it.')
param privacyUrl string

@description('Where people get legal advice, https. Left out when empty.')
param legalAdviceUrl string = ''

@description('The description of the operating model, https. Left out when empty.')
param modelUrl string = ''

@description('Where people reach the app, https without a path, when it has a domain name of its own. Left out: its name in Azure.')
param publicUrl string = ''

@description('The id of the app in Teams, for links from its cards into its tab. Left out when empty.')
param teamsAppId string = ''

@description('Whether Teams meetings are made through Microsoft Graph. Only once an administrator has granted the right: see docs/operations.md.')
@allowed([
  'off'
  'on'
])
param graphMeetings string = 'off'

@description('Regions of the European Union only: what people write stays there.')
@allowed([
  'swedencentral'
  'northeurope'
  'westeurope'
  'germanywestcentral'
  'francecentral'
  'polandcentral'
  'italynorth'
  'spaincentral'
])
param location string = 'swedencentral'

@description('westeurope keeps the registration in the EU; global is for tenants where a regional bot is not offered.')
@allowed([
  'westeurope'
  'global'
])
param botLocation string = 'westeurope'

@description('The size of the machine. Always On needs a Basic plan or a larger one.')
@allowed([
  'B1'
  'B2'
  'S1'
  'P0v3'
  'P1v3'
])
param webAppSKU string = 'B1'

@minValue(1)
@maxValue(3)
@description('Machines that run the app. They share the work through leases in the storage.')
param instances int = 1

@description('Zone-redundant storage survives the loss of a data centre; locally redundant is cheaper.')
@allowed([
  'Standard_ZRS'
  'Standard_LRS'
])
param storageSKU string = 'Standard_ZRS'

@minValue(30)
@maxValue(730)
@description('Days that logs are kept. They hold ids and codes, never words of people.')
param logRetentionDays int = 30

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceBaseName
  location: location
}

module storage './storage.bicep' = {
  name: 'storage'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    storageSKU: storageSKU
    principalId: identity.properties.principalId
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'linux'
  sku: {
    name: webAppSKU
    capacity: instances
  }
  properties: {
    // Linux, because Node runs the TypeScript sources directly; IIS on Windows would load them another way.
    reserved: true
  }
}

resource webApp 'Microsoft.Web/sites@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      // Reminders need a process that lives when nobody writes.
      alwaysOn: true
      appCommandLine: 'node src/index.ts'
      ftpsState: 'Disabled'
      healthCheckPath: '/healthz'
      http20Enabled: true
      linuxFxVersion: 'NODE|24-lts'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      appSettings: [
        {
          name: 'NODE_ENV'
          value: 'production'
        }
        {
          name: 'BOT_ID'
          value: identity.properties.clientId
        }
        {
          name: 'BOT_TYPE'
          value: 'UserAssignedMsi'
        }
        {
          name: 'BOT_TENANT_ID'
          value: identity.properties.tenantId
        }
        {
          // A single-tenant bot is heard only in its own tenant; guests of that tenant are heard too.
          name: 'TENANT_IDS'
          value: identity.properties.tenantId
        }
        {
          name: 'TAB_APP_ID'
          value: tabAppId
        }
        {
          name: 'ADMIN_IDS'
          value: adminIds
        }
        {
          name: 'TABLES_URL'
          value: storage.outputs.tablesUrl
        }
        {
          name: 'CONTROLLER_NAME'
          value: controllerName
        }
        {
          name: 'PRIVACY_URL'
          value: privacyUrl
        }
        {
          name: 'LEGAL_ADVICE_URL'
          value: legalAdviceUrl
        }
        {
          name: 'MODEL_URL'
          value: modelUrl
        }
        {
          // Where people's calendars fetch what they have subscribed to. Built from the name: the site cannot name itself
          // while it is being made.
          name: 'PUBLIC_URL'
          value: publicUrl == '' ? 'https://${resourceBaseName}.azurewebsites.net' : publicUrl
        }
        {
          name: 'TEAMS_APP_ID'
          value: teamsAppId
        }
        {
          name: 'GRAPH_MEETINGS'
          value: graphMeetings
        }
        {
          // Read by the Azure SDK: which identity of the machine to use.
          name: 'AZURE_CLIENT_ID'
          value: identity.properties.clientId
        }
        {
          name: 'WEBSITE_RUN_FROM_PACKAGE'
          value: '1'
        }
      ]
    }
  }
}

// Uploads go through Entra; the user name and password of the deployment site and of FTP are switched off.
resource scmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: webApp
  name: 'scm'
  properties: {
    allow: false
  }
}

resource ftpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: webApp
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: resourceBaseName
  location: location
  properties: {
    retentionInDays: logRetentionDays
    sku: {
      name: 'PerGB2018'
    }
  }
}

// What the app itself writes, and the platform's notices. HTTP logs stay off: they hold addresses of people.
resource webAppLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: webApp
  properties: {
    workspaceId: logs.id
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

module botRegistration './botRegistration/azurebot.bicep' = {
  name: 'bot-registration'
  params: {
    botName: resourceBaseName
    botDisplayName: botDisplayName
    botLocation: botLocation
    botDomain: webApp.properties.defaultHostName
    identityClientId: identity.properties.clientId
    identityResourceId: identity.id
    identityTenantId: identity.properties.tenantId
  }
}

// The toolkit saves these under the same names; the manifest and the deployment read them from there.
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = identity.properties.tenantId
output BOT_DOMAIN string = webApp.properties.defaultHostName
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = webApp.id
output STORAGE_ACCOUNT_NAME string = storage.outputs.accountName
